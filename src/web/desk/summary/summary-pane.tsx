import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { CaseDetail } from '../../../desk/protocol';
import { clockTime } from '../queue/elapsed';
import { TierBadge, toneColour, toneOf } from '../queue/tier-badge';

const useStyles = makeStyles({
  pane: {
    overflowY: 'auto',
    height: '100%',
    boxSizing: 'border-box',
    padding: '14px 16px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  block: { marginTop: '16px', ':first-of-type': { marginTop: 0 } },
  title: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, auto) 1fr',
    columnGap: '12px',
    rowGap: '3px',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  flags: { margin: 0, padding: 0, display: 'grid', gap: '8px' },
  flag: {
    listStyleType: 'none',
    borderLeftWidth: '3px',
    borderLeftStyle: 'solid',
    paddingLeft: '10px',
  },
  flagHead: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  flagName: { fontWeight: tokens.fontWeightSemibold },
  quote: {
    margin: '3px 0 0',
    fontStyle: 'italic',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  lines: { margin: 0, paddingLeft: '18px', display: 'grid', gap: '3px' },
  centre: { display: 'grid', placeItems: 'center' },
});

/** The handover, in the order of SBAR. */
export function SummaryPane(props: { readonly detail: CaseDetail | undefined }): ReactElement {
  const styles = useStyles();
  const { detail } = props;

  const block = (title: string, content: ReactNode): ReactElement => (
    <div className={styles.block}>
      <h3 className={styles.title}>{title}</h3>
      {content}
    </div>
  );

  const lines = (texts: readonly string[]): ReactElement => (
    <ul className={styles.lines}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );

  if (!detail) {
    return (
      <section className={mergeClasses(styles.pane, styles.centre)} aria-label="Summary">
        <Spinner size="small" label="Loading the summary" />
      </section>
    );
  }

  const { situation, background, assessment, recommendation, advised, pack } = detail.summary;
  return (
    <section className={styles.pane} aria-label="Summary" tabIndex={0}>
      <h2 className={styles.heading}>Summary</h2>
      {block(
        'Situation',
        <>
          <div className={styles.flagHead}>
            <TierBadge tier={situation.tier} word={situation.tierWord} />
            <span className={styles.flagName}>{situation.reason}</span>
          </div>
          <p className={mergeClasses(styles.text, styles.quiet)}>
            In the queue since {clockTime(situation.waitingSince)}, by {detail.case.channel}.
          </p>
        </>,
      )}
      {block(
        'Background',
        background.length > 0 ? (
          <dl className={styles.facts}>
            {background.map(({ label, value }) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className={styles.quiet}>Nothing was asked yet.</p>
        ),
      )}
      {block(
        'Assessment',
        assessment.length > 0 ? (
          <ul className={styles.flags}>
            {assessment.map((flag) => (
              <li
                key={flag.id}
                className={styles.flag}
                style={{ borderLeftColor: toneColour[toneOf(flag.tier)] }}
              >
                <div className={styles.flagHead}>
                  <span className={styles.flagName}>{flag.label}</span>
                  <TierBadge tier={flag.tier} word={flag.tierWord} />
                </div>
                <p className={styles.quote}>“{flag.evidence}”</p>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.quiet}>No warning sign was heard.</p>
        ),
      )}
      {block('Recommendation', lines(recommendation))}
      {block(
        'Already advised by the bot',
        advised.length > 0 ? lines(advised) : <p className={styles.quiet}>Nothing yet.</p>,
      )}
      <p className={mergeClasses(styles.block, styles.quiet)}>Knowledge: {pack}</p>
    </section>
  );
}
