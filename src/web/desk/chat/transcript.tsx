import { Link, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { EntryView } from '../../../desk/protocol';
import type { Pending, Transcript as Log } from '../state/desk-state';
import { useNow } from '../state/use-now';
import { EntryLine } from './entry-line';

const typingShownMs = 5_000;
/** Who has scrolled up further than this reads, and is not moved. */
const nearEnd = 120;
const sameBreathMs = 3 * 60_000;

const useStyles = makeStyles({
  log: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '14px 16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  pending: {
    alignSelf: 'flex-end',
    maxWidth: '86%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
  },
  bubble: {
    padding: '7px 11px',
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  typing: {
    minHeight: '20px',
    padding: '0 18px 4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const continues = (before: EntryView | undefined, entry: EntryView): boolean =>
  before?.kind === entry.kind &&
  before.author === entry.author &&
  Date.parse(entry.at) - Date.parse(before.at) < sameBreathMs;

function PendingLine(props: {
  readonly reply: Pending;
  readonly onAgain: () => void;
}): ReactElement {
  const styles = useStyles();
  const { reply } = props;
  return (
    <div className={styles.pending}>
      <div className={styles.bubble}>{reply.text}</div>
      {reply.failed === null ? (
        <span className={styles.small}>Sending…</span>
      ) : (
        <span className={mergeClasses(styles.small, styles.failed)}>
          Not sent. {reply.failed}{' '}
          <Link as="button" inline onClick={props.onAgain}>
            Try again
          </Link>
        </span>
      )}
    </div>
  );
}

/** What was said, live. New lines are read out politely, since this is a log. */
export function Transcript(props: {
  readonly caseId: string;
  readonly log: Log | undefined;
  readonly person: string;
  readonly pending: readonly Pending[];
  readonly typingAt: number;
  readonly onAgain: (reply: Pending) => void;
}): ReactElement {
  const styles = useStyles();
  const { log, pending } = props;
  const pane = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const isTyping = useNow() - props.typingAt < typingShownMs;

  useLayoutEffect(() => {
    const element = pane.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [log, pending]);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    // A banner or a longer draft takes room from below; the last line must stay in sight.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <div
        ref={pane}
        className={styles.log}
        role="log"
        aria-label="Conversation"
        aria-live="polite"
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
        }}
      >
        {log ? null : <Spinner size="small" label="Loading the conversation" />}
        {log?.entries.map((entry, index) => (
          <EntryLine
            key={entry.seq}
            entry={entry}
            caseId={props.caseId}
            continues={continues(log.entries[index - 1], entry)}
          />
        ))}
        {pending.map((reply) => (
          <PendingLine key={reply.id} reply={reply} onAgain={() => props.onAgain(reply)} />
        ))}
      </div>
      <div className={styles.typing} role="status">
        {isTyping ? `${props.person} is typing…` : ''}
      </div>
    </>
  );
}
