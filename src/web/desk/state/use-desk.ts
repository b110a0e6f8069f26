import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DeskState } from './desk-state';
import type { DeskStore } from './desk-store';

export const DeskContext = createContext<DeskStore | null>(null);

/** The store of the desk that this component is part of. */
export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext);
  if (!store) throw new Error('This component belongs inside the desk.');
  return store;
}

/** The state of the desk; the component is drawn anew when it changes. */
export function useDeskState(): DeskState {
  const store = useDeskStore();
  return useSyncExternalStore(store.subscribe, store.get);
}
