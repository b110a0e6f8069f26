import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, readConfig, variables } from '../src/config';

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3978,
    databaseUrl: 'sqlite:data/lumbar.db',
    directLineSecret: undefined,
    widgetOrigins: [],
    region: 'US',
    locale: 'en',
    publicUrl: undefined,
    logLevel: 'info',
    microsoftApp: {
      type: 'MultiTenant',
      id: undefined,
      password: undefined,
      tenantId: undefined,
    },
  });
});

test('every variable is read', () => {
  const guid = '6b1d6a4e-52f5-4b9e-8a54-3f6f0f4f9b0c';
  expect(
    readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATABASE_URL: 'postgres://lumbar@db/lumbar',
      DIRECT_LINE_SECRET: 'a-secret-of-twenty-one',
      WIDGET_ORIGINS: 'https://a.example, http://localhost:8000',
      REGION: 'GB',
      LOCALE: 'en-GB',
      PUBLIC_URL: 'https://lumbar.example/',
      LOG_LEVEL: 'warn',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: guid,
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: guid,
    }),
  ).toEqual({
    host: '0.0.0.0',
    port: 8080,
    databaseUrl: 'postgres://lumbar@db/lumbar',
    directLineSecret: 'a-secret-of-twenty-one',
    widgetOrigins: ['https://a.example', 'http://localhost:8000'],
    region: 'GB',
    locale: 'en-GB',
    publicUrl: 'https://lumbar.example',
    logLevel: 'warn',
    microsoftApp: { type: 'SingleTenant', id: guid, password: 'p', tenantId: guid },
  });
});

test('a variable that is empty counts as not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '  ' })).toEqual(readConfig({}));
});

test('every fault is told at once, with the name, what is wrong and an example', () => {
  expect(
    faultsOf({ PORT: 'many', REGION: 'England', WIDGET_ORIGINS: 'https://a.example/page' }),
  ).toEqual([
    'PORT is not a number; for example: 3978',
    'WIDGET_ORIGINS holds something that is neither an origin (scheme, host, port; no path) nor * alone; for example: https://clinic.example,https://www.clinic.example',
    'REGION is not a country code of two capital letters; for example: GB',
  ]);
});

test.each([
  ['HOST', 'not a host'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://db'],
  ['DIRECT_LINE_SECRET', 'short'],
  ['DIRECT_LINE_SECRET', 'a long secret that holds spaces'],
  ['WIDGET_ORIGINS', 'https://a.example/'],
  ['WIDGET_ORIGINS', 'https://a.example,*'],
  ['REGION', 'gb'],
  ['LOCALE', 'english'],
  ['PUBLIC_URL', 'ftp://lumbar.example'],
  ['LOG_LEVEL', 'loud'],
  ['MicrosoftAppType', 'multitenant'],
  ['MicrosoftAppId', 'my-bot'],
  ['MicrosoftAppTenantId', 'my-tenant'],
])('%s may not be %j', (name, value) => {
  expect(faultsOf({ [name]: value })).toEqual([
    expect.stringMatching(new RegExp(`^${name} .+; for example: .+`)),
  ]);
});

const names = (environment: Readonly<Record<string, string>>) =>
  faultsOf(environment).map((fault) => fault.split(' ')[0]);

test('an app registration is complete or absent', () => {
  const id = '6b1d6a4e-52f5-4b9e-8a54-3f6f0f4f9b0c';
  expect(names({ MicrosoftAppId: id })).toEqual(['MicrosoftAppPassword']);
  expect(names({ MicrosoftAppPassword: 'p' })).toEqual(['MicrosoftAppId']);
  expect(
    names({ MicrosoftAppId: id, MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' }),
  ).toEqual(['MicrosoftAppTenantId']);
  expect(names({ MicrosoftAppId: id, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([
    'MicrosoftAppTenantId',
  ]);
});

test('a fault never shows the value, which may be a secret', () => {
  const faults = faultsOf({
    DIRECT_LINE_SECRET: 'hush',
    DATABASE_URL: 'mysql://user:hush@db',
    MicrosoftAppPassword: 'hush',
  });
  expect(faults).not.toEqual([]);
  expect(faults.join('\n')).not.toContain('hush');
});

test('the configuration cannot be changed afterwards', () => {
  const config = readConfig({});
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.microsoftApp)).toBe(true);
  expect(Object.isFrozen(config.widgetOrigins)).toBe(true);
});

describe('.env.example', () => {
  const text = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');

  test('lists every variable, each after one line that explains it', () => {
    const lines = text.trimEnd().split('\n');
    const listed = lines.flatMap((line, index) => (index % 2 === 1 ? [line.split('=')[0]] : []));
    expect(listed).toEqual(Object.keys(variables.shape));
    expect(lines.filter((line, index) => index % 2 === 0 && !/^# \S.+\.$/.test(line))).toEqual([]);
  });

  test('taken as it is changes nothing', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
  });
});
