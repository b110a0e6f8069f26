/** What the page says about the widget in the `data-` attributes of its script tag. */
export interface Settings {
  /** The server's origin. */
  readonly server: string;
  readonly position: 'left' | 'right';
  /** Any CSS colour. */
  readonly color: string | undefined;
  /** BCP 47; undefined leaves it to the server. */
  readonly locale: string | undefined;
  /** Two capital letters; undefined leaves it to the server. */
  readonly region: string | undefined;
  readonly open: boolean;
  /** With it a page allows style elements in its content security policy. */
  readonly nonce: string | undefined;
}

/** Reads the script tag. Wrong values count as not given: a typing error must not hide the chat. */
export function readSettings(script: HTMLScriptElement): Settings {
  const { position, color, locale, region, open, server } = script.dataset;
  return {
    server: new URL(server && URL.canParse(server) ? server : script.src, location.href).origin,
    position: position === 'left' ? 'left' : 'right',
    color: color && CSS.supports('color', color) ? color : undefined,
    locale: locale || undefined,
    region: region && /^[a-z]{2}$/i.test(region) ? region.toUpperCase() : undefined,
    open: open !== undefined && open !== 'false',
    nonce: script.nonce || undefined,
  };
}
