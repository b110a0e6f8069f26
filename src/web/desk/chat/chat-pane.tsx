import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Chat48Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { findCase } from '../state/desk-state';
import { useDeskState, useDeskStore } from '../state/use-desk';
import { ReplyBox } from './reply-box';
import { Transcript } from './transcript';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  looking: {
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  empty: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '24px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  emptyTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  text: { margin: 0 },
});

const nobody: readonly never[] = [];

/** The conversation of the open case, or what became of it. */
export function ChatPane(): ReactElement {
  const styles = useStyles();
  const store = useDeskStore();
  const state = useDeskState();
  const item = findCase(state, state.openId);

  const empty = (title: string, text: ReactNode): ReactElement => (
    <div className={styles.empty} role="status">
      <Chat48Regular aria-hidden="true" />
      <p className={styles.emptyTitle}>{title}</p>
      <p className={styles.text}>{text}</p>
      {state.gone ? <Button onClick={() => store.close()}>Back to the list</Button> : null}
    </div>
  );

  if (!item) {
    if (state.gone) return empty(state.gone.person, state.gone.words);
    return state.waiting?.length === 0 && state.own.length === 0
      ? empty('All quiet', 'Nobody needs you right now.')
      : empty('Choose a patient', 'You can look before you claim. The most urgent is at the top.');
  }

  return (
    <div className={styles.pane} key={item.id}>
      <Transcript
        caseId={item.id}
        log={state.transcripts.get(item.id)}
        person={item.person}
        pending={state.pending.get(item.id) ?? nobody}
        typingAt={state.typing.get(item.id) ?? 0}
        onAgain={(reply) => void store.send(item.id, reply.text, reply.id)}
      />
      {item.status === 'claimed' ? (
        <ReplyBox
          caseId={item.id}
          onSend={(text) => void store.send(item.id, text)}
          onTyping={() => store.typing(item.id)}
        />
      ) : (
        <p className={styles.looking} style={{ margin: 0 }}>
          You are looking. The bot goes on until somebody claims this patient.
        </p>
      )}
    </div>
  );
}
