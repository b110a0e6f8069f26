import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

const webUrl = z.url({ protocol: /^https?$/, error: 'is not an http or https URL' });
const guid = z.guid('is not a GUID');
const secret = (least: number) =>
  z.string().min(least, `has fewer than ${least} characters`).regex(/^\S+$/, 'holds a space');

const isOrigin = (one: string, _index: number, all: readonly string[]): boolean =>
  one === '*' ? all.length === 1 : URL.canParse(one) && new URL(one).origin === one;

const originList = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
  .refine(
    (origins) => origins.every(isOrigin),
    'holds something that is neither an origin (scheme, host, port; no path) nor * alone',
  );

const hostName = z.string().regex(/^[\w.:-]+$/, 'is not a host name or an address');
const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0, 'is below 0')
  .max(65_535, 'is above 65535');
const databaseUrl = z
  .string()
  .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'starts neither with sqlite: nor with postgres://');
const country = z.string().regex(/^[A-Z]{2}$/, 'is not a country code of two capital letters');
const language = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'is not a language tag');
const logLevel = z.enum(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'is none of debug, info, warn, error, silent',
);
const appType = z.enum(
  ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'],
  'is none of MultiTenant, SingleTenant, UserAssignedMSI',
);

/** Every variable there is. `.env.example` lists the same, and a test compares the two. */
export const variables = z.object({
  HOST: hostName.default('127.0.0.1'),
  PORT: port.default(3978),
  DATABASE_URL: databaseUrl.default('sqlite:data/lumbar.db'),
  DIRECT_LINE_SECRET: secret(20).optional(),
  WIDGET_ORIGINS: originList.default([]),
  REGION: country.default('US'),
  LOCALE: language.default('en'),
  PUBLIC_URL: webUrl.optional(),
  LOG_LEVEL: logLevel.default('info'),
  MicrosoftAppType: appType.default('MultiTenant'),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: secret(1).optional(),
  MicrosoftAppTenantId: guid.optional(),
});

type Values = z.infer<typeof variables>;
type Name = keyof Values;

/** Shown to somebody who gave a wrong value. */
const examples: Readonly<Record<Name, string>> = {
  HOST: '0.0.0.0',
  PORT: '3978',
  DATABASE_URL: 'sqlite:data/lumbar.db',
  DIRECT_LINE_SECRET: 'what `openssl rand -base64 32` prints',
  WIDGET_ORIGINS: 'https://clinic.example,https://www.clinic.example',
  REGION: 'GB',
  LOCALE: 'en',
  PUBLIC_URL: 'https://lumbar.clinic.example',
  LOG_LEVEL: 'info',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '6b1d6a4e-52f5-4b9e-8a54-3f6f0f4f9b0c',
  MicrosoftAppPassword: 'a client secret of the app registration',
  MicrosoftAppTenantId: '0c9f2f5e-7c1b-4f3b-9a53-7f6f0a1d2e3b',
};

/** What the service was told, checked and frozen. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly directLineSecret: string | undefined;
  readonly widgetOrigins: readonly string[];
  readonly region: string;
  readonly locale: string;
  readonly publicUrl: string | undefined;
  readonly logLevel: Values['LOG_LEVEL'];
  readonly microsoftApp: {
    readonly type: Values['MicrosoftAppType'];
    readonly id: string | undefined;
    readonly password: string | undefined;
    readonly tenantId: string | undefined;
  };
}

/** Wrong variables, all of them; the message is for the operator and never holds a value. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The configuration has faults:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** How a fault of a variable is told. */
export const faultOf = (name: Name, fault: string): string =>
  `${name} ${fault}; for example: ${examples[name]}`;

/** Reads the environment, after the file `.env` where there is one. What is set already wins over the file. */
export function loadConfig(): Config {
  // Node 20 has no --env-file-if-exists.
  if (existsSync('.env')) loadEnvFile('.env');
  return readConfig(process.env);
}

/** Throws `ConfigError` with every fault at once. An empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => faultOf(nameOf(issue.path), issue.message)),
    );
  const values = parsed.data;
  const faults = contradictions(values);
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    directLineSecret: values.DIRECT_LINE_SECRET,
    widgetOrigins: Object.freeze(values.WIDGET_ORIGINS),
    region: values.REGION,
    locale: values.LOCALE,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    logLevel: values.LOG_LEVEL,
    microsoftApp: Object.freeze({
      type: values.MicrosoftAppType,
      id: values.MicrosoftAppId,
      password: values.MicrosoftAppPassword,
      tenantId: values.MicrosoftAppTenantId,
    }),
  });
}

const nameSchema = variables.keyof();

const nameOf = (path: readonly PropertyKey[]): Name => nameSchema.parse(path[0]);

/** Variables that are right alone and wrong together. */
function contradictions(values: Values): readonly string[] {
  const faults: string[] = [];
  const { MicrosoftAppType: type, MicrosoftAppId: id } = values;
  const needsPassword = type !== 'UserAssignedMSI';
  if (id !== undefined && needsPassword && values.MicrosoftAppPassword === undefined)
    faults.push(faultOf('MicrosoftAppPassword', 'is missing although MicrosoftAppId is set'));
  if (id === undefined && values.MicrosoftAppPassword !== undefined)
    faults.push(faultOf('MicrosoftAppId', 'is missing although MicrosoftAppPassword is set'));
  if (id !== undefined && type !== 'MultiTenant' && values.MicrosoftAppTenantId === undefined)
    faults.push(faultOf('MicrosoftAppTenantId', `is missing, which ${type} needs`));
  return faults;
}
