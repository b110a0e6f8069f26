import type { Input } from '../../../dialogs';
import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import { entryId } from '../../ports/log';
import type { PressedAnswer } from '../answer-value';
import { answerInWords } from '../render/answer-in-words';
import { cardWords } from '../render/words';
import type { Received } from './incoming-activity';
import { inlineFiles, toPicture, type SentFile } from './pictures';

/** How far back a question is looked for when an answer to it came without words. */
const lookBack = 60;

export interface PersonTurns {
  /** Takes the turn of a message, at most once for each message, and answers the activity's id. */
  take(
    conversation: Conversation,
    message: Extract<Received, { kind: 'turn' }>,
    files: readonly SentFile[],
  ): Promise<string>;
}

export function createPersonTurns(conversations: Conversations, clock: Clock): PersonTurns {
  return {
    async take(conversation, message, files) {
      const inputId = message.inputId ?? `once:${clock.newId()}`;
      const key = `${conversation.id}\n${inputId}`;
      const sent = [...files, ...inlineFiles(message.attachments)];
      const pictures = sent.map((file, index) => toPicture(file, key, index));
      const attachments = pictures.map((picture) => picture.attachment);
      const input = message.input ?? attachedInput(attachments);
      for (const { attachment, content } of pictures) {
        await conversations.keepUpload(conversation.id, attachment, content);
      }
      const text =
        message.shownText ??
        (input.type === 'chose' ? await inWords(conversations, conversation, input) : null);
      const turn = await conversations.takeTurn(conversation.id, {
        id: inputId,
        input,
        shown: {
          ...(text === null ? {} : { text }),
          ...(attachments.length === 0 ? {} : { attachments }),
          ...(message.channelData === null ? {} : { channelData: message.channelData }),
        },
      });
      return turn.received?.id ?? `${entryId(conversation.id, 0)}-${clock.newId()}`;
    },
  };
}

function attachedInput(
  attachments: readonly { readonly name: string; readonly contentType: string }[],
): Extract<Input, { type: 'attached' }> {
  const [first] = attachments;
  if (!first) {
    throw new AppError('bad-request', 'The message has no text. Send files by "upload".');
  }
  return { type: 'attached', name: first.name, contentType: first.contentType };
}

/** Cards send ids alone; the log and the echo show the titles that the person ticked. */
async function inWords(
  conversations: Conversations,
  { id, lastSeq, locale }: Conversation,
  { question, answer }: PressedAnswer,
): Promise<string | null> {
  const entries = await conversations.log(id, Math.max(0, lastSeq - lookBack), lookBack);
  const asked = entries
    .map(({ body }) => (body.type === 'message' ? body.message.question : undefined))
    .findLast((candidate) => candidate?.id === question);
  return asked ? answerInWords(asked, answer, cardWords(locale)) : null;
}
