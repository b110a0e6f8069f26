/** A running time: "0:42", "12:05", "1 h 04 min". Never negative. */
export function elapsed(sinceIso: string, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(sinceIso)) / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** The same for a screen reader: whole minutes, so that it reads well. */
export function elapsedWords(sinceIso: string, nowMs: number): string {
  const minutes = Math.floor(Math.max(0, nowMs - Date.parse(sinceIso)) / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** The time of day of an entry. */
export const clockTime = (iso: string): string =>
  new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
