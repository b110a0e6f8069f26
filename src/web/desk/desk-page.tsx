import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo } from 'react';
import type { ReactElement } from 'react';
import { Announcer } from './announcer';
import { api } from './api';
import { AlertBanners } from './chat/alert-banners';
import { ChatHead } from './chat/chat-head';
import { ChatPane } from './chat/chat-pane';
import { listen } from './live';
import { CaseList } from './queue/case-list';
import { findCase } from './state/desk-state';
import { createDeskStore } from './state/desk-store';
import { DeskContext, useDeskState, useDeskStore } from './state/use-desk';
import { useColumns } from './state/use-media';
import { SummaryPane } from './summary/summary-pane';
import { TopBar } from './top-bar';

const useStyles = makeStyles({
  page: { height: '100%', display: 'flex', flexDirection: 'column' },
  panes: { flexGrow: 1, minHeight: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  two: { gridTemplateColumns: '300px minmax(0, 1fr)' },
  three: { gridTemplateColumns: '300px minmax(0, 1fr) 340px' },
  pane: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  edge: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
});

function Panes(): ReactElement {
  const styles = useStyles();
  const state = useDeskState();
  const columns = useColumns();
  const item = findCase(state, state.openId);
  const isOpen = item !== undefined || state.gone !== null;
  const showsList = columns > 1 || !isOpen;
  const showsSummary = item !== undefined && (columns === 3 || state.view === 'summary');
  const showsChat = columns > 1 ? columns === 3 || !showsSummary : isOpen && !showsSummary;

  return (
    <main
      className={mergeClasses(
        styles.panes,
        columns === 2 && styles.two,
        columns === 3 && (item ? styles.three : styles.two),
      )}
    >
      {showsList ? (
        <nav className={styles.pane} aria-label="Patients">
          <CaseList />
        </nav>
      ) : null}
      {showsChat || (showsSummary && columns < 3) ? (
        <div className={mergeClasses(styles.pane, columns > 1 && styles.edge)}>
          {item ? (
            <ChatHead
              item={item}
              hasBack={columns === 1}
              hasTabs={columns < 3}
              hasClaim={columns === 1}
            />
          ) : null}
          {showsChat ? <ChatPane /> : <SummaryPane detail={state.details.get(item?.id ?? '')} />}
        </div>
      ) : null}
      {showsSummary && columns === 3 ? (
        <div className={mergeClasses(styles.pane, styles.edge)}>
          <SummaryPane detail={state.details.get(item.id)} />
        </div>
      ) : null}
    </main>
  );
}

function Problem(): ReactElement {
  const store = useDeskStore();
  const { problem } = useDeskState();
  return (
    <div role="alert">
      {problem === null ? null : (
        <MessageBar intent="warning" shape="square" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss20Regular />}
                aria-label="Close this message"
                onClick={() => store.dismissProblem()}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}

/** The desk of a clinician who is signed in: who waits, the conversation, the handover. */
export function DeskPage(props: {
  readonly name: string;
  readonly onSignOut: () => void;
  readonly onSignedOut: () => void;
}): ReactElement {
  const styles = useStyles();
  const { onSignedOut } = props;
  const store = useMemo(() => createDeskStore({ api, onSignedOut }), [onSignedOut]);
  useEffect(() => listen(store), [store]);

  return (
    <DeskContext.Provider value={store}>
      <div className={styles.page}>
        <TopBar name={props.name} onSignOut={props.onSignOut} />
        <AlertBanners />
        <Problem />
        <Panes />
        <Announcer />
      </div>
    </DeskContext.Provider>
  );
}
