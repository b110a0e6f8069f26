import { importsOf, read, treeFiles } from './tree';

const sources = treeFiles().filter((file) => /^(src|dialogs|knowledge)\/.*\.tsx?$/.test(file));
const serverSide = sources.filter((file) => !file.startsWith('src/web/'));

/** Each part of the tree and what it may import of ours, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  dialogs: ['knowledge'],
  'src/ports': ['dialogs', 'knowledge'],
  'src/conversation': ['src/ports', 'dialogs', 'knowledge'],
  'src/store': ['src/ports', 'src/conversation', 'dialogs', 'knowledge'],
  'src/channels': ['src/ports', 'src/conversation', 'dialogs', 'knowledge'],
  'src/desk': ['src/ports', 'src/conversation', 'dialogs', 'knowledge'],
  'src/http': ['src/ports', 'src/conversation'],
  'src/timers': ['src/ports', 'src/conversation', 'dialogs'],
  'src/observability': ['src/ports'],
  'src/knowledge': ['src/ports', 'dialogs', 'knowledge'],
};

/** Libraries that only one place may know, so that replacing one is a change of that place. */
const owners: readonly (readonly [RegExp, RegExp])[] = [
  [/^(botbuilder|botframework-(connector|schema|streaming)|adaptivecards)/, /^src\/channels\//],
  [/^restify/, /^src\/http\//],
  [/^(kysely|libsql|pg)(\/|$)/, /^src\/store\//],
  [/^ws$/, /^src\/channels\/direct-line\//],
  [/^jose$/, /^src\/(channels\/direct-line|desk)\//],
  [/^@opentelemetry\//, /^src\/observability\//],
  [/^pino$/, /^src\/observability\//],
  [/^xstate/, /^dialogs\//],
];

function partOf(file: string): string {
  return Object.keys(mayImport).find((part) => file.startsWith(`${part}/`)) ?? 'root';
}

test('imports run one way: knowledge, dialogs, ports, conversation, the shell', () => {
  const wrong = serverSide.flatMap((file) => {
    const part = partOf(file);
    const allowed = mayImport[part];
    if (allowed === undefined) return [];
    return importsOf(file)
      .filter((target) => /^(src|dialogs|knowledge)(\/|$)/.test(target))
      .filter((target) => target !== part && !target.startsWith(`${part}/`))
      .filter((target) => !allowed.some((one) => target === one || target.startsWith(`${one}/`)))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('each library has one owner', () => {
  const wrong = serverSide.flatMap((file) =>
    importsOf(file).flatMap((target) =>
      owners
        .filter(([library, owner]) => library.test(target) && !owner.test(file))
        .map(() => `${file} imports ${target}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('the pure core knows no clock, no chance, no environment and no world', () => {
  const pure = sources.filter((file) => /^(dialogs|knowledge)\//.test(file));
  const worldly =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bsetTimeout\b|\bfetch\(|\bconsole\./;
  expect(pure.filter((file) => worldly.test(read(file)))).toEqual([]);
  expect(
    pure.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('node:'))
        .map((target) => `${file} imports ${target}`),
    ),
  ).toEqual([]);
});

test('only the configuration reads the environment', () => {
  const readers = serverSide.filter((file) => /\bprocess\.env\b/.test(read(file)));
  expect(readers).toEqual(['src/config.ts']);
});

test('browser code takes nothing from the server but types', () => {
  const wrong = sources
    .filter((file) => file.startsWith('src/web/'))
    .flatMap((file) =>
      [...read(file).matchAll(/^import (?!type)[^;]*from '(\.[^']+)'/gm)]
        .map((match) => match[1] ?? '')
        .filter((target) =>
          /(\.\.\/)+(ports|store|conversation|channels|http|desk\/server)/.test(target),
        )
        .map((target) => `${file} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});
