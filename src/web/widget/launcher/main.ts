import { createWidget } from './lumbar-widget';
import { readSettings } from './settings';

const name = 'lumbar-chat';

/** The widget as a page sees it: one element at the end of its body, with nothing inside. */
class LumbarChat extends HTMLElement {}

const script = document.currentScript;

// A page that carries the script twice still gets one widget.
if (script instanceof HTMLScriptElement && !customElements.get(name)) {
  customElements.define(name, LumbarChat);
  const settings = readSettings(script);
  const put = (): void => {
    const element = new LumbarChat();
    createWidget(element.attachShadow({ mode: 'open' }), settings);
    document.body.append(element);
  };
  if (document.body) put();
  else addEventListener('DOMContentLoaded', put, { once: true });
}
