import type { AnswerValue } from '../../dialogs';
import type { Conversation, Incoming } from '../ports/conversations';
import type { Author, LogBody } from '../ports/log';

/** What the log keeps of the person's own words or press; null for inputs that nobody said. */
export function receivedBody({ input, shown }: Incoming): LogBody | null {
  const extras = {
    ...(shown?.attachments === undefined ? {} : { attachments: shown.attachments }),
    ...(shown?.channelData === undefined ? {} : { channelData: shown.channelData }),
  };
  if (input.type === 'said') return { type: 'said', text: shown?.text ?? input.text, ...extras };
  if (input.type === 'chose')
    return {
      type: 'said',
      text: shown?.text ?? inWords(input.answer),
      value: { question: input.question, answer: input.answer },
      ...extras,
    };
  if (input.type === 'attached') return { type: 'said', text: shown?.text ?? '', ...extras };
  return null;
}

export function personOf(conversation: Conversation): Author {
  return {
    role: 'person',
    id: conversation.userId,
    ...(conversation.userName === undefined ? {} : { name: conversation.userName }),
  };
}

const inWords = (answer: AnswerValue): string =>
  typeof answer === 'object' ? answer.join(', ') : String(answer);
