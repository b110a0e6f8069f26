import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { visuallyHidden } from './hidden';
import { unread } from './state/desk-state';
import { useDeskState } from './state/use-desk';

const useStyles = makeStyles({ hidden: visuallyHidden });

/** Says who came into the queue, and counts in the tab's title what waits for the clinician. */
export function Announcer(): ReactElement {
  const styles = useStyles();
  const state = useDeskState();
  const { waiting, own } = state;
  const known = useRef<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState('');

  const news = own.reduce((sum, { id }) => sum + unread(state, id), 0);
  const count = (waiting?.length ?? 0) + news;
  useEffect(() => {
    document.title = count > 0 ? `(${count}) Lumbar desk` : 'Lumbar desk';
  }, [count]);

  useEffect(() => {
    if (!waiting) return;
    const before = known.current;
    known.current = new Set(waiting.map(({ id }) => id));
    const came = before ? waiting.filter(({ id }) => !before.has(id)) : [];
    if (came.length > 0) {
      setWords(came.map(({ person, tierWord }) => `New: ${person}, ${tierWord}.`).join(' '));
    }
  }, [waiting]);

  return (
    <div className={styles.hidden} role="status">
      {words}
    </div>
  );
}
