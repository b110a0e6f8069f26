import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { findCase } from '../state/desk-state';
import { useDeskState, useDeskStore } from '../state/use-desk';

const useStyles = makeStyles({ bars: { display: 'grid' }, text: { whiteSpace: 'pre-wrap' } });

/** Warning signs heard in a live chat, until the clinician has noted them. Read out at once. */
export function AlertBanners(): ReactElement {
  const styles = useStyles();
  const store = useDeskStore();
  const state = useDeskState();
  return (
    <div className={styles.bars} role="alert">
      {state.alerts.map((alert) => (
        <MessageBar
          key={`${alert.caseId} ${alert.seq}`}
          intent="error"
          shape="square"
          layout="multiline"
        >
          <MessageBarBody>
            <MessageBarTitle>
              New warning sign from {findCase(state, alert.caseId)?.person ?? 'a patient'}
            </MessageBarTitle>{' '}
            <span className={styles.text}>{alert.text}</span>
          </MessageBarBody>
          <MessageBarActions>
            {state.openId === alert.caseId ? null : (
              <Button onClick={() => store.open(alert.caseId)}>Open chat</Button>
            )}
            <Button onClick={() => store.note(alert)}>Noted</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
