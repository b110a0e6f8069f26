import ReactWebChat, { createStore } from 'botframework-webchat';
import { createRoot } from 'react-dom/client';
import type { Chat, ChatOptions } from '../shared/chat-module';
import { adoptStyles } from '../shared/adopt-styles';
import { createChatAdapter } from './connection/chat-adapter';
import { cardHostConfig } from './view/card-host-config';
import chatStyles from './view/chat.css?inline';
import { mendActivity } from './view/mend-activity';
import {
  activityMiddleware,
  attachmentMiddleware,
  avatarMiddleware,
  groupActivitiesMiddleware,
} from './view/middleware';
import { renderMarkdown } from './view/render-markdown';
import { styleOptions } from './view/style-options';
import { liveIn } from './web-chat/shadow-root';

/** Draws Web Chat into the container and connects it to the conversation. */
export function mount(options: ChatOptions): Chat {
  const { root, container, session, locale, nonce } = options;
  liveIn(root);
  adoptStyles(root, chatStyles, nonce);
  const adapter = createChatAdapter(options, mendActivity);
  const react = createRoot(container);
  react.render(
    <ReactWebChat
      directLine={adapter}
      store={createStore()}
      userID={session.userId}
      locale={/^es\b/i.test(locale) ? 'es-ES' : 'en-US'}
      {...(nonce === undefined ? {} : { nonce })}
      styleOptions={styleOptions}
      renderMarkdown={renderMarkdown}
      adaptiveCardsHostConfig={cardHostConfig}
      activityMiddleware={activityMiddleware}
      attachmentMiddleware={attachmentMiddleware}
      avatarMiddleware={avatarMiddleware}
      groupActivitiesMiddleware={groupActivitiesMiddleware}
      sendTypingIndicator
    />,
  );
  return {
    focus: () => focusBox(root, container),
    unmount() {
      adapter.end();
      react.unmount();
    },
  };
}

/** The box may not be drawn yet; it gets the focus when it is, unless the person has gone elsewhere. */
function focusBox(root: ShadowRoot, container: HTMLElement): void {
  const find = (): HTMLElement | null => container.querySelector('.webchat__send-box textarea');
  const box = find();
  if (box) return box.focus();
  const before = root.activeElement;
  const observer = new MutationObserver(() => {
    const drawn = find();
    if (!drawn) return;
    observer.disconnect();
    if (root.activeElement === before) drawn.focus();
  });
  observer.observe(container, { childList: true, subtree: true });
}
