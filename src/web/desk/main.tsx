import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { App } from './app';

/** The styles that Fluent adds at run time must bear the nonce of the page's security policy. */
const nonce = document.querySelector<HTMLElement>('[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(
  document,
  nonce ? { styleElementAttributes: { nonce } } : undefined,
);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <RendererProvider renderer={renderer}>
      <App />
    </RendererProvider>,
  );
}
