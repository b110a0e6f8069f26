import { useSyncExternalStore } from 'react';

/** Whether a media query holds, now and later. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** How many panes fit side by side. */
export function useColumns(): 1 | 2 | 3 {
  const wide = useMedia('(min-width: 1060px)');
  const middle = useMedia('(min-width: 700px)');
  return wide ? 3 : middle ? 2 : 1;
}
