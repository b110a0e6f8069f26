import type { Attachment } from 'botbuilder';
import type { Question } from '../../../dialogs';
import type { CardWords } from './words';

/** The option that stands for "none of these". */
const none = 'none';

/**
 * A card to tick several answers on. "None" is a button of its own, so that nobody can tick it beside
 * a sign, and an empty card cannot be sent and taken for "none".
 */
export function multiChoiceCard(question: Question, words: CardWords): Attachment {
  const options = question.options ?? [];
  const noneOption = options.find((option) => option.id === none);
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'answer',
          label: words.tickAll,
          style: 'expanded',
          isMultiSelect: true,
          isRequired: true,
          errorMessage: words.tickSomething,
          wrap: true,
          choices: options
            .filter((option) => option.id !== none)
            .map(({ id, title }) => ({ title, value: id })),
        },
      ],
      actions: [
        {
          type: 'Action.Submit',
          title: words.send,
          style: 'positive',
          data: { question: question.id, kind: question.kind },
        },
        ...(noneOption
          ? [
              {
                type: 'Action.Submit',
                title: noneOption.title,
                associatedInputs: 'none',
                data: { question: question.id, answer: [none] },
              },
            ]
          : []),
      ],
    },
  };
}
