import { build } from './build';
import type { Words } from './words';

/**
 * Asks before something is lost. Resolves true when the person really wants it. What is behind cannot be
 * reached until then.
 */
export function askFirst(
  words: Words,
  panel: HTMLElement,
  behind: readonly HTMLElement[],
): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      question.remove();
      setInert(behind, false);
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
    setInert(behind, true);
    panel.append(question);
    no.focus();
  });
}

function setInert(elements: readonly HTMLElement[], inert: boolean): void {
  for (const element of elements) element.inert = inert;
}
