import { isObject } from '../shared/json';

/** What is remembered of a conversation between visits. */
export interface Remembered {
  readonly conversationId: string;
  readonly userId: string;
  readonly resume: string;
}

export interface Memory {
  read(): Remembered | null;
  write(remembered: Remembered | null): void;
  /** Another tab of the same site went over to another conversation. */
  onElsewhere(listener: (remembered: Remembered) => void): void;
}

/** Remembers in the page's local storage, or for the life of the page where storage is blocked. */
export function createMemory(server: string): Memory {
  const key = `lumbar ${server}`;
  let kept: Remembered | null = null;

  return {
    read() {
      try {
        kept = parse(localStorage.getItem(key));
      } catch {
        // Storage is blocked: what this page has kept itself is all there is.
      }
      return kept;
    },
    write(remembered) {
      kept = remembered;
      try {
        if (remembered) localStorage.setItem(key, JSON.stringify(remembered));
        else localStorage.removeItem(key);
      } catch {
        // Blocked or full: the conversation lasts as long as the page.
      }
    },
    onElsewhere(listener) {
      addEventListener('storage', (event) => {
        const remembered = event.key === key ? parse(event.newValue) : null;
        if (remembered) listener(remembered);
      });
    },
  };
}

function parse(text: string | null): Remembered | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return null;
    const { conversationId, userId, resume } = value;
    return typeof conversationId === 'string' &&
      typeof userId === 'string' &&
      typeof resume === 'string'
      ? { conversationId, userId, resume }
      : null;
  } catch {
    return null;
  }
}
