import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  Bot20Regular,
  MoreHorizontal20Regular,
  PeopleQueue20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../desk/protocol';
import { TierBadge } from '../queue/tier-badge';
import { WaitingTime } from '../queue/waiting-time';
import { useDeskState, useDeskStore } from '../state/use-desk';
import { ResolveDialog } from './resolve-dialog';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 10px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, flexGrow: 1 },
  person: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  actions: { display: 'flex', gap: '8px', flexShrink: 0 },
  tabs: { width: '100%', margin: '-4px 0 -10px -8px' },
});

/** Whom the chat is with, and what can be done about it. */
export function ChatHead(props: {
  readonly item: CaseView;
  readonly hasBack: boolean;
  readonly hasTabs: boolean;
  readonly hasClaim: boolean;
}): ReactElement {
  const styles = useStyles();
  const store = useDeskStore();
  const { busy, view } = useDeskState();
  const { item } = props;
  const isBusy = busy.has(item.id);

  return (
    <header className={styles.head}>
      <div className={styles.who}>
        {props.hasBack ? (
          <Button
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label="Back to the list"
            onClick={() => store.close()}
          />
        ) : null}
        <h2 className={styles.person}>{item.person}</h2>
        <TierBadge tier={item.tier} word={item.tierWord} />
        {item.status === 'waiting' ? <WaitingTime since={item.openedAt} /> : null}
      </div>
      {item.status === 'waiting' && props.hasClaim ? (
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => void store.claim(item.id)}
        >
          Claim
        </Button>
      ) : null}
      {item.status === 'claimed' ? (
        <div className={styles.actions}>
          <Button
            icon={<Bot20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void store.returnToBot(item.id)}
          >
            Return to bot
          </Button>
          <ResolveDialog
            person={item.person}
            busy={isBusy}
            onResolve={(note) => void store.resolve(item.id, note)}
          />
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                icon={<MoreHorizontal20Regular />}
                aria-label="More actions"
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem
                  icon={<PeopleQueue20Regular />}
                  onClick={() => void store.release(item.id)}
                >
                  Put back in the queue
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
      ) : null}
      {props.hasTabs ? (
        <TabList
          className={styles.tabs}
          size="small"
          aria-label="What to show"
          selectedValue={view === 'summary' ? 'summary' : 'chat'}
          onTabSelect={(_, { value }) => store.show(value === 'summary' ? 'summary' : 'chat')}
        >
          <Tab value="chat">Chat</Tab>
          <Tab value="summary">Summary</Tab>
        </TabList>
      ) : null}
    </header>
  );
}
