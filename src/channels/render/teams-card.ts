import type { Attachment } from 'botbuilder';
import type { Message, Question } from '../../../dialogs';
import { multiChoiceCard } from './multi-choice-card';
import type { OutgoingActivity } from './outgoing-activity';
import { choicesOf } from './question';
import type { CardWords } from './words';

/** Teams shows so many suggested actions, and none beside a card. */
const mostSuggestedActions = 3;

/** So many buttons with so few letters stand side by side, also on a phone. */
const shortTitle = 4;
const mostInARow = 6;

/** Letters of a title that a button surely shows. */
const mostInALine = 36;

interface Button {
  readonly title: string;
  readonly data: object;
}

/** Teams: questions are cards with buttons; things to say next are suggested actions, or join the card. */
export function teamsControls(
  { question, suggestions = [] }: Message,
  words: CardWords,
  followed = false,
): Partial<OutgoingActivity> {
  const sayings = suggestions.map(({ title, say }) => ({
    title,
    data: { msteams: { type: 'imBack', value: say } },
  }));
  if (question?.kind === 'multi-choice' && question.options)
    return { attachments: [withButtons(multiChoiceCard(question, words), sayings)] };
  const answers = question ? answersOf(question, words) : [];
  if (
    answers.length > 0 ||
    (sayings.length > 0 && followed) ||
    sayings.length > mostSuggestedActions
  )
    return { attachments: [card([...rowsOf(answers), ...rowsOf(sayings)])] };
  if (sayings.length === 0) return {};
  const actions = suggestions.map(({ title, say }) => ({ type: 'imBack', title, value: say }));
  return { suggestedActions: { to: [], actions } };
}

/** True when `teamsControls` gives the message a card that can be pressed. */
export function hasTeamsCard(message: Message, words: CardWords): boolean {
  return teamsControls(message, words).attachments !== undefined;
}

/** What stands where a card was: what was chosen, or that it was answered in words. */
export function usedCard(chosen: string | null, words: CardWords): Attachment {
  const text = chosen === null ? words.closed : `✓ ${words.youChose}: **${escaped(chosen)}**`;
  return card([{ type: 'TextBlock', text, wrap: true, isSubtle: chosen === null }]);
}

function answersOf(question: Question, words: CardWords): readonly Button[] {
  return choicesOf(question, words).map(({ title, answer }) => ({
    title,
    data: { question: question.id, answer },
  }));
}

/** Short ones stand side by side, in rows of even length; others get a line each, or more when long. */
function rowsOf(buttons: readonly Button[]): readonly object[] {
  const longest = Math.max(0, ...buttons.map(({ title }) => title.length));
  if (longest > mostInALine) return buttons.map(wrappingButton);
  const rows = longest <= shortTitle ? Math.ceil(buttons.length / mostInARow) : buttons.length;
  const perRow = Math.ceil(buttons.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => ({
    type: 'ActionSet',
    spacing: row === 0 ? 'default' : 'small',
    actions: buttons
      .slice(row * perRow, (row + 1) * perRow)
      .map(({ title, data }) => ({ type: 'Action.Submit', title, data })),
  }));
}

/** Teams cuts the title of a button; a text that can be pressed shows all of it. */
function wrappingButton({ title, data }: Button): object {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'small',
    selectAction: { type: 'Action.Submit', title, data },
    items: [{ type: 'TextBlock', text: escaped(title), wrap: true, color: 'accent' }],
  };
}

function withButtons(attachment: Attachment, buttons: readonly Button[]): Attachment {
  const { body, actions, ...rest } = attachment.content;
  // Buttons that send the ticks stay next to them; other things to say come after.
  const set = { type: 'ActionSet', actions };
  return {
    ...attachment,
    content: {
      ...rest,
      body: [...body, set, ...rowsOf(buttons)],
    },
  };
}

function card(body: readonly object[]): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body,
    },
  };
}

const escaped = (text: string): string => text.replace(/[*_[\]\\]/g, '\\$&');
