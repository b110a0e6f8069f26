import { read, treeFiles } from './tree';

const files = treeFiles();
const code = files.filter((file) => /\.tsx?$/.test(file));

test('files stay small enough to read in one go', () => {
  const long = code
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > (file.startsWith('tests/') ? 400 : 300));
  expect(long).toEqual([]);
});

test('the type system is not switched off anywhere', () => {
  const off = /(: any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|\bas unknown as\b)/;
  const here = 'tests/repository/hygiene.test.ts';
  expect(code.filter((file) => file !== here && off.test(read(file)))).toEqual([]);
});

test('no test is switched off and nothing is left for later', () => {
  const later = /(T[O]DO|F[I]XME|\.only\(|\b(it|test|describe)\.skip\()/;
  const here = 'tests/repository/hygiene.test.ts';
  expect(code.filter((file) => file !== here && later.test(read(file)))).toEqual([]);
});

test('no generated bundle, no database and no secret is kept', () => {
  expect(
    files.filter((file) =>
      /(^|\/)(dist|data|coverage|node_modules)\/|\.(db|sqlite|pem|key|min\.js)$|^\.env$/.test(file),
    ),
  ).toEqual([]);
});

test('the lock file names packages, not the places they were fetched from', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
});

test('the top level holds what the design names and what tools demand', () => {
  const top = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].toSorted();
  expect(top).toEqual(
    [
      '.ci',
      '.env.example',
      '.gitignore',
      '.npmrc',
      '.oxlintrc.json',
      '.prettierignore',
      '.prettierrc',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'dialogs',
      'docs',
      'jest.config.js',
      'knowledge',
      'package-lock.json',
      'package.json',
      'src',
      'tests',
      'tsconfig.json',
    ].toSorted(),
  );
});
