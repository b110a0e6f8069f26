import { z } from 'zod';
import type { Input } from '../../../dialogs';
import { AppError } from '../../ports/errors';
import { readAnswer } from '../answer-value';
import { parseBody } from './requests';

/** How long a message may be. Longer ones are refused, so that nothing is cut off unseen. */
export const longestText = 4_000;

const attachmentSchema = z.object({
  contentType: z.string().max(200).nullish(),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
});

const activitySchema = z.object({
  type: z.string().max(100),
  id: z.string().max(200).nullish(),
  name: z.string().max(200).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(attachmentSchema).max(20).nullish(),
  channelData: z.unknown().optional(),
});

/** What Web Chat wants to find in the echo of its own activity. */
const echoSchema = z.object({
  clientActivityID: z
    .union([z.string().max(200), z.number()])
    .optional()
    .catch(undefined),
  messageBack: z
    .object({ displayText: z.string().max(longestText) })
    .optional()
    .catch(undefined),
  attachmentSizes: z.array(z.number()).max(20).optional().catch(undefined),
});

export type SentAttachment = z.infer<typeof attachmentSchema>;

/** What an activity means to us. */
export type Received =
  | {
      readonly kind: 'turn';
      /** Null for a message that consists of files. */
      readonly input: Extract<Input, { type: 'said' | 'chose' }> | null;
      /** What the person saw on the button. */
      readonly shownText: string | null;
      readonly attachments: readonly SentAttachment[];
      /** The same for an activity that is sent again; null when the client gave it no name. */
      readonly inputId: string | null;
      readonly channelData: Readonly<Record<string, unknown>> | null;
    }
  | { readonly kind: 'typing' }
  | { readonly kind: 'joined' }
  /** Tolerated, as the protocol wants it, and of no meaning here. */
  | { readonly kind: 'ignored' };

/** Reads the body of a posted activity. Throws `bad-request` for what cannot be understood. */
export function readActivity(body: unknown): Received {
  const activity = parseBody(activitySchema, body);
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'typing':
      return { kind: 'typing' };
    case 'event':
      return { kind: activity.name === 'webchat/join' ? 'joined' : 'ignored' };
    default:
      return { kind: 'ignored' };
  }
}

function readMessage(activity: z.infer<typeof activitySchema>): Received {
  const text = activity.text?.trim() ?? '';
  if (text.length > longestText) {
    throw new AppError(
      'bad-request',
      `A message may have at most ${longestText} characters; this one has ${text.length}.`,
    );
  }
  const echo = echoSchema.safeParse(activity.channelData ?? {}).data ?? {};
  const attachments = activity.attachments ?? [];
  return {
    kind: 'turn',
    input: inputOf(activity.value, text, attachments.length > 0),
    shownText: echo.messageBack?.displayText ?? (text === '' ? null : text),
    attachments,
    inputId: inputIdOf(echo.clientActivityID, activity.id),
    channelData: Object.keys(echo).length === 0 ? null : echo,
  };
}

function inputOf(
  value: unknown,
  text: string,
  hasFiles: boolean,
): Extract<Input, { type: 'said' | 'chose' }> | null {
  const answer = readAnswer(value);
  if (answer) return { type: 'chose', ...answer };
  if (text !== '') return { type: 'said', text };
  if (hasFiles) return null;
  throw new AppError(
    'bad-request',
    value === undefined || value === null
      ? 'The message has neither text nor a value nor a file.'
      : '"value" is not an answer: send {"question": "<id>", "answer": …} or a text.',
  );
}

function inputIdOf(
  clientActivityId: string | number | undefined,
  activityId: string | null | undefined,
): string | null {
  if (clientActivityId !== undefined) return `client:${clientActivityId}`;
  return activityId ? `activity:${activityId}` : null;
}
