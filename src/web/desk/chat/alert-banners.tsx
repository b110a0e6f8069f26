import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AlertUrgent24Filled } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { findCase } from '../state/desk-state';
import { useDeskState, useDeskStore } from '../state/use-desk';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 12px',
    padding: '8px 12px',
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  icon: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  text: { flex: '1 1 220px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: '8px', marginLeft: 'auto' },
});

/** Warning signs heard in a live chat, until the clinician has noted them. Read out at once. */
export function AlertBanners(): ReactElement {
  const styles = useStyles();
  const store = useDeskStore();
  const state = useDeskState();
  return (
    <div role="alert">
      {state.alerts.map((alert) => (
        <div key={`${alert.caseId} ${alert.seq}`} className={styles.banner}>
          <AlertUrgent24Filled className={styles.icon} aria-hidden="true" />
          <span className={styles.text}>
            <strong>
              New warning sign from {findCase(state, alert.caseId)?.person ?? 'a patient'}.
            </strong>{' '}
            {alert.text}
          </span>
          <span className={styles.actions}>
            {state.openId === alert.caseId ? null : (
              <Button onClick={() => store.open(alert.caseId)}>Open chat</Button>
            )}
            <Button onClick={() => store.note(alert)}>Noted</Button>
          </span>
        </div>
      ))}
    </div>
  );
}
