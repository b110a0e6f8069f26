import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { unread } from '../state/desk-state';
import { useDeskState, useDeskStore } from '../state/use-desk';
import { CaseItem } from './case-item';

const useStyles = makeStyles({
  pane: {
    overflowY: 'auto',
    padding: '12px',
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px', margin: '4px 2px 6px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  empty: {
    margin: '0 2px 8px',
    padding: '14px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
});

/** The two lists: own chats, which somebody is waiting in for an answer, and the queue. */
export function CaseList(): ReactElement {
  const styles = useStyles();
  const store = useDeskStore();
  const state = useDeskState();
  const { waiting, own, openId, busy } = state;
  // While one who waits is looked at, only that one can be claimed: no slip to a neighbour.
  const looked = waiting?.find((one) => one.id === openId);

  const section = (title: string, count: number, content: ReactNode): ReactElement => (
    <section>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.count}>{count > 0 ? count : ''}</span>
      </div>
      {content}
    </section>
  );

  const ownList = (
    <ul className={styles.list} role="list" aria-label="Your patients">
      {own.map((item) => (
        <CaseItem
          key={item.id}
          item={item}
          isOpen={item.id === openId}
          unread={unread(state, item.id)}
          hasAlert={state.alerts.some((alert) => alert.caseId === item.id)}
          busy={busy.has(item.id)}
          onOpen={() => store.open(item.id)}
        />
      ))}
    </ul>
  );

  const waitingList = (
    <ul className={styles.list} role="list" aria-label="Waiting patients">
      {waiting?.map((item) => (
        <CaseItem
          key={item.id}
          item={item}
          isOpen={item.id === openId}
          busy={busy.has(item.id)}
          onClaim={looked && looked !== item ? undefined : () => void store.claim(item.id)}
          onOpen={() => store.open(item.id)}
        />
      ))}
    </ul>
  );

  return (
    <div className={styles.pane}>
      {own.length > 0 ? section('Your patients', own.length, ownList) : null}
      {section(
        'Waiting',
        waiting?.length ?? 0,
        <>
          {waitingList}
          {waiting === null ? (
            <Skeleton aria-label="Loading the queue">
              <SkeletonItem size={64} />
            </Skeleton>
          ) : null}
          {waiting?.length === 0 ? (
            <p className={styles.empty}>
              Nobody is waiting. A new patient appears here by themselves, the most urgent first.
            </p>
          ) : null}
        </>,
      )}
    </div>
  );
}
