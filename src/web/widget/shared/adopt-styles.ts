const adopted = new WeakMap<ShadowRoot, Set<string>>();

/**
 * Puts a style sheet into a shadow root, once. Constructed sheets need no permission of the page's content
 * security policy; where the browser has none, a style element bears the nonce of the script.
 */
export function adoptStyles(root: ShadowRoot, css: string, nonce: string | undefined): void {
  const known = adopted.get(root) ?? new Set();
  if (known.has(css)) return;
  adopted.set(root, known.add(css));
  if ('adoptedStyleSheets' in Document.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = document.createElement('style');
  if (nonce) element.nonce = nonce;
  element.textContent = css;
  root.append(element);
}
