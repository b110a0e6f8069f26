import createEmotion, { type Emotion } from '@emotion/css/create-instance';
import { ownDocument } from './shadow-root';

type Options = NonNullable<Parameters<typeof createEmotion>[0]>;

/**
 * Stands in for Emotion's own factory in the bundle: Web Chat 4.18 has no option for where its style
 * sheets go and puts them into the page's head, where they do not reach into a shadow root.
 */
export function createEmotionInShadow(options: Options): Emotion {
  return createEmotion({ ...options, container: styleHolder() });
}

function styleHolder(): Node {
  const place = ownDocument();
  return place instanceof ShadowRoot ? place : document.head;
}
