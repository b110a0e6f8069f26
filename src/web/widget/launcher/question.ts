import { build } from './build';
import type { Words } from './words';

/** Asks before something is lost. Resolves true when the person really wants it. */
export function askFirst(words: Words, panel: HTMLElement, behind: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      question.remove();
      behind.inert = false;
      resolve(yes);
    };
    const no = build('button', { type: 'button', click: () => answer(false) }, words.cancel);
    const question = build(
      'div',
      {
        class: 'question',
        role: 'alertdialog',
        'aria-labelledby': 'question-title',
        'aria-describedby': 'question-text',
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
          // Escape takes back the question alone, not the whole dialog.
          event.preventDefault();
          event.stopPropagation();
          answer(false);
        },
      },
      build('h3', { id: 'question-title' }, words.confirmTitle),
      build('p', { id: 'question-text' }, words.confirmText),
      build(
        'div',
        { class: 'choices' },
        no,
        build(
          'button',
          { type: 'button', class: 'strong', click: () => answer(true) },
          words.confirm,
        ),
      ),
    );
    behind.inert = true;
    panel.append(question);
    no.focus();
  });
}
