import { renderMarkdown as webChatRenderMarkdown } from 'botframework-webchat';

type RenderMarkdown = typeof webChatRenderMarkdown;

/** Telephone numbers open the telephone, not an empty tab before it. */
export const renderMarkdown: RenderMarkdown = (...args) =>
  webChatRenderMarkdown(...args).replace(/(<a [^>]*href="tel:[^>]*?) target="_blank"/g, '$1');
