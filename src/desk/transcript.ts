import type { LogEntry } from '../ports/log';
import { plainText } from './plain-text';
import type { EntryView } from './protocol';
import type { Names } from './summary';
import { tierWord } from './words';

type Shown = Pick<EntryView, 'kind' | 'author' | 'text'> & Partial<EntryView>;

const handoffNotes = {
  accepted: 'A clinician joined.',
  failed: 'The handover ended without a clinician.',
  completed: 'The clinician left the chat.',
} as const;

const note = (text: string): Shown => ({ kind: 'note', author: '', text });

const shown = (entry: LogEntry, person: string, names: Names): Shown | null => {
  const { author, body } = entry;
  switch (body.type) {
    case 'said':
      return {
        kind: 'person',
        author: author.role === 'person' ? (author.name ?? person) : person,
        text: body.text,
        pressed: body.value !== undefined,
        attachments: [...(body.attachments ?? [])],
      };
    case 'message':
      return { kind: 'bot', author: 'Bot', text: plainText(body.message.text) };
    case 'relay':
      return {
        kind: 'clinician',
        author: author.role === 'clinician' ? author.name : 'Clinician',
        text: body.text,
      };
    case 'outcome':
      return note(`Triage: ${tierWord(body.outcome.tier)}`);
    case 'handoffInitiated':
      return note('Handed over: waiting for a clinician.');
    case 'handoffStatus':
      return note(handoffNotes[body.state]);
    case 'alert':
      return {
        kind: 'alert',
        author: '',
        text: body.flags
          .map((flag) => `${names.flag(flag.id)} (${tierWord(flag.tier)}): “${flag.evidence}”`)
          .join('\n'),
      };
    case 'queued':
      return null;
    default:
      return body satisfies never;
  }
};

/** An entry of the log as a line of the transcript; null for what a clinician need not see. */
export function entryView(entry: LogEntry, person: string, names: Names): EntryView | null {
  const view = shown(entry, person, names);
  if (!view) return null;
  const { seq, id, at, inputId } = entry;
  return { seq, id, at, inputId, pressed: false, attachments: [], ...view };
}
