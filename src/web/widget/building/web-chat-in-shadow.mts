import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const ours = resolve(import.meta.dirname, '../chat/web-chat');

const emotionFactory = '@emotion/css/create-instance';
const emotionInShadow = '\0emotion-in-shadow';

const replaced: Readonly<Record<string, string>> = {
  '@emotion/css': 'class-names.ts',
  'botframework-directlinejs': 'left-out.ts',
  'botframework-directlinespeech-sdk': 'left-out.ts',
};

/** Web Chat's own code, and how often each look-up into the page stands in it. */
const lookUps = [
  { file: /botframework-webchat-component\/dist\/botframework-webchat-component\.mjs$/, count: 6 },
  { file: /botframework-webchat\/dist\/chunk-\w+\.mjs$/, count: 1 },
];
const lookUp = /\bdocument\.(?=activeElement\b|getElementById\()/g;

/**
 * Fits Web Chat 4.18.1 into a shadow root and leaves out what we do not use. Stops the build when another
 * version looks different, so that nothing is lost in silence.
 */
export function webChatInShadow(): Plugin {
  const found = new Map(lookUps.map(({ file }) => [file, 0]));
  return {
    name: 'web-chat-in-shadow',
    enforce: 'pre',
    resolveId(source, importer) {
      // Our own stand-ins import the originals.
      if (importer?.startsWith(ours)) return null;
      if (source === emotionFactory) return emotionInShadow;
      const file = replaced[source];
      return file ? resolve(ours, file) : null;
    },
    load: (id) =>
      id === emotionInShadow
        ? `export { createEmotionInShadow as default } from ${JSON.stringify(resolve(ours, 'create-emotion.ts'))};`
        : null,
    transform(code, id) {
      const known = lookUps.find(({ file }) => file.test(id));
      if (!known) return null;
      const count = code.match(lookUp)?.length ?? 0;
      if (count === 0) return null;
      found.set(known.file, (found.get(known.file) ?? 0) + count);
      return {
        code: `import { ownDocument as lumbarDocument } from ${JSON.stringify(resolve(ours, 'shadow-root.ts'))};
${code.replace(lookUp, 'lumbarDocument().')}`,
        map: null,
      };
    },
    generateBundle() {
      for (const { file, count } of lookUps) {
        if (found.get(file) !== count) {
          this.error(`${String(file)} has ${found.get(file)} look-ups instead of ${count}`);
        }
      }
    },
  };
}
