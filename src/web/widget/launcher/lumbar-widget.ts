import type { Chat } from '../shared/chat-module';
import type { Session } from '../shared/session';
import { adoptStyles } from '../shared/adopt-styles';
import { readableAccent } from './accent';
import { build, icon, icons } from './build';
import { loadChat } from './chat-loader';
import { createChatWindow } from './chat-window';
import { emergencyNumber } from './emergency-number';
import { createMemory } from './memory';
import { createSessions } from './sessions';
import type { Settings } from './settings';
import styles from './widget.css?inline';
import { wordsFor } from './words';

/** Fills the shadow root with the launcher and, once pressed, the dialog with the chat. */
export function createWidget(root: ShadowRoot, settings: Settings): void {
  const words = wordsFor(settings.locale);
  const memory = createMemory(settings.server);
  const sessions = createSessions(settings, memory);
  let chat: Chat | null = null;
  let current: Session | null = null;
  /** Counts beginnings, so that an older one that ends late is ignored. */
  let attempt = 0;

  const dot = build('span', { class: 'unread', role: 'status' });
  const launcher = build(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon(icons.chat),
    build('span', {}, words.open),
  );
  const frame = createChatWindow(words, { begin: () => void beginAnew(), close });

  function open(): void {
    frame.show();
    launcher.setAttribute('aria-expanded', 'true');
    frame.element.parentElement?.toggleAttribute('data-open', true);
    dot.replaceChildren();
    if (chat) focusChat(chat);
    else void start(sessions.open);
  }

  function close(): void {
    frame.hide();
    launcher.setAttribute('aria-expanded', 'false');
    frame.element.parentElement?.toggleAttribute('data-open', false);
    launcher.focus();
  }

  async function start(getSession: () => Promise<Session>): Promise<void> {
    attempt += 1;
    const mine = attempt;
    const hadOne = memory.read() !== null;
    chat?.unmount();
    chat = null;
    frame.showNotice(null);
    frame.showWaiting();
    try {
      const [session, mount] = await Promise.all([getSession(), loadChat(settings.server)]);
      if (mine !== attempt) return;
      current = session;
      frame.showEmergencyNumber(emergencyNumber(settings.region ?? session.region));
      if (hadOne && !session.resumed && getSession === sessions.open)
        frame.showNotice(words.notKept);
      frame.showChat();
      chat = mount({
        root,
        container: frame.chat,
        server: settings.server,
        locale: settings.locale ?? 'en',
        nonce: settings.nonce,
        session,
        renew: async () => {
          const fresh = await sessions.renew(current ?? session);
          if (fresh && mine === attempt) current = fresh;
          return fresh;
        },
        onGone: () =>
          frame.showNotice(words.gone, {
            label: words.begin,
            press: () => void start(sessions.begin),
          }),
        onReachable: (reachable) => frame.showNotice(reachable ? null : words.offline),
        onMessage: () => {
          if (!frame.isOpen) dot.replaceChildren(words.unread);
        },
      });
      focusChat(chat);
    } catch (error) {
      // The person sees what to do; who keeps the page sees why.
      reportError(error);
      if (mine === attempt) frame.showTrouble(() => void start(getSession));
    }
  }

  async function beginAnew(): Promise<void> {
    if (await frame.confirmBegin()) await start(sessions.begin);
    else if (chat) focusChat(chat);
  }

  memory.onElsewhere(({ conversationId }) => {
    if (chat && conversationId !== current?.conversationId) void start(sessions.open);
  });

  /** On a touch screen the cursor would bring up the keyboard, over the first message. */
  function focusChat(mounted: Chat): void {
    if (frame.isOpen && !matchMedia('(pointer: coarse)').matches) mounted.focus();
  }

  launcher.addEventListener('click', open);
  frame.showEmergencyNumber(emergencyNumber(settings.region));
  const body = build(
    'div',
    {
      class: `lumbar ${settings.position}`,
      lang: /^es\b/i.test(settings.locale ?? '') ? 'es' : 'en',
    },
    launcher,
    dot,
    frame.element,
  );
  if (settings.color) {
    const { light, dark } = readableAccent(settings.color);
    body.style.setProperty('--accent-light', light);
    body.style.setProperty('--accent-dark', dark);
  }
  adoptStyles(root, styles, settings.nonce);
  root.append(body);
  if (settings.open) open();
}
