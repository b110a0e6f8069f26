import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PlugDisconnected16Regular, SignOut20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { Mark } from './account/mark';
import { useDeskState } from './state/use-desk';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '6px 8px 6px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  right: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  lost: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  name: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** Who is signed in, and whether the page is up to date. */
export function TopBar(props: {
  readonly name: string;
  readonly onSignOut: () => void;
}): ReactElement {
  const styles = useStyles();
  const { connection } = useDeskState();
  return (
    <header className={styles.bar}>
      <Mark size={24} />
      <h1 className={styles.title}>Lumbar desk</h1>
      <div className={styles.right}>
        <span role="status">
          {connection === 'lost' ? (
            <span className={styles.lost}>
              <PlugDisconnected16Regular aria-hidden="true" />
              Reconnecting…
            </span>
          ) : null}
        </span>
        <span className={styles.name}>{props.name}</span>
        <Button
          appearance="subtle"
          icon={<SignOut20Regular />}
          aria-label="Sign out"
          title="Sign out"
          onClick={props.onSignOut}
        />
      </div>
    </header>
  );
}
