/** The shadow root in which Web Chat lives. There is one widget on a page. */
let root: ShadowRoot | null = null;

export function liveIn(given: ShadowRoot): void {
  root = given;
}

/** Web Chat's `document`, for looking up what it has drawn: the page's own cannot see inside a shadow. */
export function ownDocument(): ShadowRoot | Document {
  return root ?? document;
}
