import { createHash } from 'node:crypto';
import type { Input } from '../../../dialogs';
import { AppError } from '../../ports/errors';
import { readAnswer } from '../answer-value';
import type { IncomingActivity } from './activity';
import { wordsOf } from './plain-text';
import { isGroup } from './places';

/** How long a message may be; whoever sends a longer one is asked for a shorter one. */
export const longestText = 8_000;

/** What an activity means to us. */
export type Received =
  | {
      readonly kind: 'turn';
      readonly input: Extract<Input, { type: 'said' | 'chose' }>;
      readonly shown: string | null;
      /** The same for an activity that comes again; null when the channel gave it no name. */
      readonly inputId: string | null;
      /** The input that these words replace, when the person edited a message. */
      readonly replaces?: string;
      /** A file came with the words. */
      readonly withFile?: boolean;
    }
  | { readonly kind: 'joined' }
  | { readonly kind: 'typing' }
  /** Somebody spoke to the bot, or added it, where others read along. */
  | { readonly kind: 'inGroup' }
  | { readonly kind: 'tooLong' }
  /** A picture or another file, which nobody could be shown: these channels keep them to themselves. */
  | { readonly kind: 'file' }
  | { readonly kind: 'cardAction'; readonly received: Extract<Received, { kind: 'turn' }> | null }
  | { readonly kind: 'unknownInvoke' }
  | { readonly kind: 'ignored' };

/** An activity that somebody sent from somewhere, so that we can answer. */
export type Located = IncomingActivity & {
  readonly channelId: string;
  readonly conversation: NonNullable<IncomingActivity['conversation']>;
  readonly from: NonNullable<IncomingActivity['from']>;
};

const ignored: Received = { kind: 'ignored' };

/** Reads an activity. Pure; throws `bad-request` when a part is missing that its type cannot do without. */
export function readActivity(activity: IncomingActivity): Received {
  const group = isGroup(activity);
  switch (activity.type) {
    case 'message':
      requireLocated(activity);
      return group ? { kind: 'inGroup' } : readMessage(activity);
    case 'messageUpdate':
      return group || activity.channelData?.eventType === 'undeleteMessage'
        ? ignored
        : readEdit(activity);
    case 'conversationUpdate':
      return readUpdate(activity, group);
    case 'installationUpdate':
      if (group || !(activity.action ?? '').startsWith('add')) return ignored;
      return located(activity) ? { kind: 'joined' } : ignored;
    case 'event':
      return activity.name === 'webchat/join' && !group && located(activity)
        ? { kind: 'joined' }
        : ignored;
    case 'typing':
      return !group && located(activity) ? { kind: 'typing' } : ignored;
    case 'invoke':
      return readInvoke(activity, group);
    default:
      return ignored;
  }
}

/** True when we know who sent it and where an answer would go. */
export function located(activity: IncomingActivity): activity is Located {
  const { channelId, conversation, from } = activity;
  return Boolean(channelId && conversation && from);
}

function requireLocated(activity: IncomingActivity): void {
  if (!located(activity)) {
    const missing = (['channelId', 'conversation', 'from'] as const).find((key) => !activity[key]);
    throw new AppError('bad-request', `"${missing ?? 'from'}" is missing in the activity.`);
  }
  if (activity.deliveryMode !== 'expectReplies' && !activity.serviceUrl)
    throw new AppError('bad-request', '"serviceUrl" is missing in the activity.');
}

function readMessage(activity: IncomingActivity): Received {
  const text = wordsOf(activity);
  if (text.length > longestText) return { kind: 'tooLong' };
  const shown = activity.channelData?.messageBack?.displayText ?? (text === '' ? null : text);
  const turn = { kind: 'turn', shown, inputId: inputIdOf(activity) } as const;
  const answer = readAnswer(activity.value);
  if (answer) return { ...turn, input: { type: 'chose', ...answer } };
  const withFile = activity.attachments?.some(({ contentType }) => isFile(contentType)) ?? false;
  if (text !== '') return { ...turn, input: { type: 'said', text }, withFile };
  if (withFile) return { kind: 'file' };
  // Nothing but the bot's name: somebody wants its attention.
  return activity.text ? { kind: 'joined' } : ignored;
}

/** Teams sends the formatted text as an attachment beside the plain one. */
function isFile(contentType: string | null | undefined): boolean {
  return (
    Boolean(contentType) &&
    !/^text\/html|^application\/vnd\.microsoft\.card/.test(contentType ?? '')
  );
}

function readEdit(activity: IncomingActivity): Received {
  if (!activity.id || !located(activity)) return ignored;
  const received = readMessage(activity);
  if (received.kind !== 'turn' || received.input.type !== 'said') return ignored;
  const words = createHash('sha256').update(received.input.text).digest('base64url').slice(0, 16);
  return {
    ...received,
    inputId: `edited:${activity.id}:${words}`,
    replaces: `activity:${activity.id}`,
  };
}

function readUpdate(activity: IncomingActivity, group: boolean): Received {
  const added = activity.membersAdded ?? [];
  if (added.length === 0 || !located(activity)) return ignored;
  if (!group) return { kind: 'joined' };
  return added.some(({ id }) => id === activity.recipient?.id) ? { kind: 'inGroup' } : ignored;
}

function readInvoke(activity: IncomingActivity, group: boolean): Received {
  if (activity.name !== 'adaptiveCard/action' || group || !located(activity))
    return { kind: 'unknownInvoke' };
  const answer = readAnswer(actionData(activity.value));
  if (!answer) return { kind: 'cardAction', received: null };
  const inputId = inputIdOf(activity);
  return {
    kind: 'cardAction',
    received: { kind: 'turn', input: { type: 'chose', ...answer }, shown: null, inputId },
  };
}

function actionData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('action' in value)) return null;
  const { action } = value;
  return typeof action === 'object' && action !== null && 'data' in action ? action.data : null;
}

function inputIdOf({ id, channelData }: IncomingActivity): string | null {
  if (id) return `activity:${id}`;
  const own = channelData?.clientActivityID;
  return own === undefined ? null : `client:${own}`;
}
