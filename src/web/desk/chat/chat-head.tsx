import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  Bot20Regular,
  CheckmarkCircle20Regular,
  PeopleQueue20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../desk/protocol';
import { TierBadge } from '../queue/tier-badge';
import { WaitingTime } from '../queue/waiting-time';
import type { View } from '../state/desk-state';
import { useDeskState, useDeskStore } from '../state/use-desk';

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
  tabs: { width: '100%', display: 'flex', gap: '6px', '& button': { flex: '1 1 0' } },
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
  const shown: View = view === 'summary' ? 'summary' : 'chat';

  const tab = (which: View, word: string): ReactElement => (
    <ToggleButton size="small" checked={shown === which} onClick={() => store.show(which)}>
      {word}
    </ToggleButton>
  );

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
          <Button
            icon={<CheckmarkCircle20Regular />}
            disabledFocusable={isBusy}
            onClick={() => void store.resolve(item.id)}
          >
            Resolve
          </Button>
          <Button
            appearance="subtle"
            icon={<PeopleQueue20Regular />}
            aria-label="Put back in the queue"
            title="Put back in the queue"
            disabledFocusable={isBusy}
            onClick={() => void store.release(item.id)}
          />
        </div>
      ) : null}
      {props.hasTabs ? (
        <div className={styles.tabs} role="group" aria-label="What to show">
          {tab('chat', 'Chat')}
          {tab('summary', 'Summary')}
        </div>
      ) : null}
    </header>
  );
}
