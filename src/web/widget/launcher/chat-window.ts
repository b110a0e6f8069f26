import { askFirst } from './question';
import { build, icon, icons } from './build';
import type { Words } from './words';

/** The dialog around the chat, without the chat. */
export interface ChatWindow {
  readonly element: HTMLDialogElement;
  /** Where the chat goes. */
  readonly chat: HTMLElement;
  readonly isOpen: boolean;
  show(): void;
  hide(): void;
  showEmergencyNumber(number: string): void;
  /** What is in the dialog's middle. */
  showWaiting(): void;
  showTrouble(retry: () => void): void;
  showChat(): void;
  /** A line above the chat; null takes it away. `act` adds a button. */
  showNotice(
    text: string | null,
    act?: { readonly label: string; readonly press: () => void },
  ): void;
  /** Asks whether to start anew. */
  confirmBegin(): Promise<boolean>;
}

/** On small screens the dialog takes all of it and nothing behind can be reached. */
const smallScreen = '(max-width: 480px), (max-height: 420px)';

export function createChatWindow(
  words: Words,
  on: { readonly begin: () => void; readonly close: () => void },
): ChatWindow {
  const emergency = build('a', { class: 'emergency' });
  const chat = build('div', { class: 'chat', hidden: '' });
  const middle = build('div', { class: 'middle' });
  const notice = build('div', { class: 'notice', role: 'status' });
  const bar = build(
    'div',
    { class: 'bar' },
    build('h2', {}, words.title),
    iconButton(words.begin, icons.begin, on.begin),
    iconButton(words.close, icons.close, on.close),
  );
  const content = build('div', { class: 'content' }, bar, emergency, notice, middle, chat);
  const element = build(
    'dialog',
    {
      'aria-label': words.dialog,
      tabindex: '-1',
      keydown: (event) => {
        const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
        if (isEscape && !event.defaultPrevented) on.close();
      },
      // The browser's own closing on Escape would pass by whoever is listening.
      cancel: (event) => event.preventDefault(),
    },
    content,
  );
  const small = matchMedia(smallScreen);
  let number = '';

  const open = (): void => {
    element.toggleAttribute('data-full', small.matches);
    if (small.matches) {
      element.setAttribute('aria-modal', 'true');
      element.showModal();
    } else {
      element.removeAttribute('aria-modal');
      element.show();
    }
  };
  small.addEventListener('change', () => {
    if (!element.open) return;
    element.close();
    open();
  });
  fitVisibleScreen(element);

  return {
    element,
    chat,
    get isOpen() {
      return element.open;
    },
    show() {
      if (element.open) return;
      open();
      element.focus();
    },
    hide: () => element.close(),
    showEmergencyNumber(given) {
      number = given;
      emergency.href = `tel:${given}`;
      emergency.replaceChildren(icon(icons.phone), words.emergency(given));
    },
    showWaiting() {
      chat.hidden = true;
      middle.replaceChildren(
        build('p', { class: 'waiting', role: 'status' }, build('i', {}), words.wait),
      );
    },
    showTrouble(retry) {
      chat.hidden = true;
      middle.replaceChildren(
        build(
          'div',
          { class: 'trouble', role: 'alert' },
          build('p', {}, words.unreachable),
          build('button', { type: 'button', class: 'strong', click: retry }, words.retry),
          build('p', {}, words.unreachableUrgent),
          build('a', { href: `tel:${number}` }, icon(icons.phone), words.call(number)),
        ),
      );
    },
    showChat() {
      middle.replaceChildren();
      chat.hidden = false;
    },
    showNotice(text, act) {
      notice.replaceChildren(...(text === null ? [] : [build('p', {}, text)]));
      if (act) {
        notice.append(build('button', { type: 'button', click: act.press }, act.label));
      }
    },
    // The emergency number stays in reach.
    confirmBegin: () => askFirst(words, element, [bar, notice, middle, chat]),
  };
}

function iconButton(name: string, path: string, press: () => void): HTMLButtonElement {
  return build(
    'button',
    { type: 'button', 'aria-label': name, title: name, click: press },
    icon(path),
  );
}

/** The keyboard of a phone covers the page without making it smaller; only this tells what is left. */
function fitVisibleScreen(element: HTMLElement): void {
  const screen = window.visualViewport;
  if (!screen) return;
  const fit = (): void => {
    element.style.setProperty('--visible-height', `${screen.height}px`);
    element.style.setProperty('--visible-top', `${screen.offsetTop}px`);
  };
  screen.addEventListener('resize', fit);
  screen.addEventListener('scroll', fit);
  fit();
}
