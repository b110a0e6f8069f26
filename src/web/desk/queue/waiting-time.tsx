import { makeStyles, tokens } from '@fluentui/react-components';
import { Clock16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { visuallyHidden } from '../hidden';
import { useDeskState } from '../state/use-desk';
import { useNow } from '../state/use-now';
import { elapsed, elapsedWords } from './elapsed';

const useStyles = makeStyles({
  time: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  hidden: visuallyHidden,
});

/** How long somebody has waited, running. */
export function WaitingTime(props: {
  readonly since: string;
  readonly word?: string;
}): ReactElement {
  const styles = useStyles();
  const { skewMs } = useDeskState();
  const now = useNow() + skewMs;
  const word = props.word ?? 'waiting';
  return (
    <span className={styles.time}>
      <Clock16Regular aria-hidden="true" />
      <span aria-hidden="true">{elapsed(props.since, now)}</span>
      <span className={styles.hidden}>
        {word} {elapsedWords(props.since, now)}
      </span>
    </span>
  );
}
