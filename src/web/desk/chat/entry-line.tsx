import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgent16Filled, Attach16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { EntryView } from '../../../desk/protocol';
import { uploadUrl } from '../api';
import { clockTime } from '../queue/elapsed';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    maxWidth: 'min(46rem, 86%)',
  },
  right: { alignSelf: 'flex-end', alignItems: 'flex-end' },
  wide: { alignSelf: 'center', alignItems: 'center', maxWidth: '94%' },
  meta: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    margin: '0 4px 2px',
  },
  bubble: {
    padding: '7px 11px',
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
  },
  pressed: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  person: { backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow2 },
  clinician: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  bot: {
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
    padding: '2px 8px',
  },
  alert: {
    display: 'flex',
    gap: '6px',
    padding: '7px 11px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    '& svg': { flexShrink: 0, marginTop: '2px' },
  },
  image: {
    display: 'block',
    maxWidth: '260px',
    maxHeight: '220px',
    marginTop: '6px',
    borderRadius: tokens.borderRadiusMedium,
  },
  file: { display: 'inline-flex', gap: '4px', alignItems: 'center', marginTop: '4px' },
});

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const isImage = (contentType: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(contentType);

/** One line of the transcript. */
export function EntryLine(props: {
  readonly entry: EntryView;
  readonly caseId: string;
  /** The line before is by the same author and of the same minutes: the name need not be said again. */
  readonly continues: boolean;
}): ReactElement {
  const styles = useStyles();
  const { entry, caseId } = props;

  if (entry.kind === 'note') {
    return (
      <div className={mergeClasses(styles.line, styles.wide, styles.note)}>
        {entry.text} {clockTime(entry.at)}
      </div>
    );
  }
  if (entry.kind === 'alert') {
    return (
      <div className={mergeClasses(styles.line, styles.wide)}>
        <div className={styles.alert}>
          <AlertUrgent16Filled aria-hidden="true" />
          <span>New warning sign: {entry.text}</span>
        </div>
      </div>
    );
  }
  return (
    <div className={mergeClasses(styles.line, entry.kind !== 'person' && styles.right)}>
      {props.continues ? null : (
        <span className={styles.meta}>
          {entry.author} {clockTime(entry.at)}
        </span>
      )}
      <div className={mergeClasses(styles.bubble, styles[entry.kind])}>
        {entry.text}
        {entry.pressed ? <span className={styles.pressed}> (button)</span> : null}
        {entry.attachments.map((file) => (
          <div key={file.id}>
            <Link
              className={styles.file}
              href={uploadUrl(caseId, file.id)}
              target="_blank"
              rel="noreferrer"
            >
              <Attach16Regular aria-hidden="true" />
              {file.name} ({size(file.bytes)})
            </Link>
            {isImage(file.contentType) ? (
              <img
                className={styles.image}
                src={uploadUrl(caseId, file.id)}
                alt={`Sent by the patient: ${file.name}`}
              />
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
