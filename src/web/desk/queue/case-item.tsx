import { Button, CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgent16Filled } from '@fluentui/react-icons';
import { type ReactElement, useId } from 'react';
import type { CaseView } from '../../../desk/protocol';
import { TierBadge, toneColour, toneOf } from './tier-badge';
import { WaitingTime } from './waiting-time';

const useStyles = makeStyles({
  item: {
    position: 'relative',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    borderLeftWidth: '4px',
    borderLeftStyle: 'solid',
    boxShadow: tokens.shadow2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  press: {
    display: 'grid',
    gap: '2px',
    width: '100%',
    padding: '9px 12px 9px 10px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  right: { marginLeft: 'auto' },
  person: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
  },
  claim: { padding: '0 12px 10px 10px', '& button': { width: '100%' } },
  alert: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

/** Somebody who waits, or with whom this clinician talks. */
export function CaseItem(props: {
  readonly item: CaseView;
  readonly isOpen: boolean;
  readonly unread?: number;
  readonly hasAlert?: boolean;
  /** Present when this item bears the button. */
  readonly onClaim?: (() => void) | undefined;
  readonly busy: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  const styles = useStyles();
  const { item, unread = 0 } = props;
  const isWaiting = item.status === 'waiting';
  const nameId = useId();
  const signs = `${item.flags} ${item.flags === 1 ? 'sign' : 'signs'}`;
  return (
    <li
      className={mergeClasses(styles.item, props.isOpen && styles.open)}
      style={{ borderLeftColor: toneColour[toneOf(item.tier)] }}
    >
      <button
        type="button"
        className={styles.press}
        aria-current={props.isOpen ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <span className={styles.row}>
          <TierBadge tier={item.tier} word={item.tierWord} />
          {props.hasAlert ? (
            <AlertUrgent16Filled className={styles.alert} aria-label="New warning sign" />
          ) : null}
          <span className={mergeClasses(styles.right, styles.row, styles.quiet)}>
            {item.position === null ? null : <span>No. {item.position}</span>}
            <WaitingTime
              since={isWaiting ? item.openedAt : (item.claimedAt ?? item.openedAt)}
              word={isWaiting ? 'waiting' : 'with you for'}
            />
          </span>
        </span>
        <span className={styles.row}>
          <span id={nameId} className={styles.person}>
            {item.person}
          </span>
          <span className={mergeClasses(styles.right, styles.quiet)}>{item.channel}</span>
          {unread > 0 ? (
            <CounterBadge count={unread} size="small" color="brand" aria-label={`${unread} new`} />
          ) : null}
        </span>
        <span className={styles.quiet}>
          {item.reason}
          {item.flags > 0 ? ` · ${signs}` : ''}
        </span>
      </button>
      {props.onClaim ? (
        <div className={styles.claim}>
          <Button
            // The eye goes to the one who is next.
            appearance={item.position === 1 ? 'primary' : 'secondary'}
            size={item.position === 1 ? 'medium' : 'small'}
            aria-describedby={nameId}
            disabledFocusable={props.busy}
            onClick={props.onClaim}
          >
            Claim
          </Button>
        </div>
      ) : null}
    </li>
  );
}
