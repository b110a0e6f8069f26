import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { AppError } from '../../ports/errors';

/** The registration of the bot with Azure; without an id there is no authentication. */
export interface BotRegistration {
  readonly type: string;
  readonly id: string | undefined;
  readonly password: string | undefined;
  readonly tenantId: string | undefined;
}

type Base = ConfigurationBotFrameworkAuthentication;
type Claims = Parameters<Base['createUserTokenClient']>[0];
type Factory = ReturnType<Base['createConnectorFactory']>;
type Result = Awaited<ReturnType<Base['authenticateRequest']>>;
type UserTokens = Awaited<ReturnType<Base['createUserTokenClient']>>;

/** A channel has a handful of service addresses; each client holds credentials and a pipeline. */
const mostClients = 50;

/**
 * botbuilder's own authentication, with its clients kept: building them anew takes more than half of a
 * turn. Tokens are still fetched and refreshed by the credentials within each client.
 */
export class KeptClientsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, ReturnType<Factory['create']>>();
  readonly #userTokens = new Map<string, Promise<UserTokens>>();

  constructor({ type, id, password, tenantId }: BotRegistration) {
    const settings = {
      MicrosoftAppType: type,
      MicrosoftAppId: id ?? '',
      MicrosoftAppPassword: password ?? '',
      MicrosoftAppTenantId: tenantId ?? '',
    };
    super(settings, new ConfigurationServiceClientCredentialFactory(settings));
  }

  /** Throws `AppError` for whatever is wrong with the token, since a stranger learns nothing from why. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<Result> {
    let result: Result;
    try {
      result = await super.authenticateRequest(activity, authorization);
    } catch (cause) {
      throw authorization.trim() === ''
        ? new AppError('missing-authorization', 'Send "Authorization: Bearer <token>".', { cause })
        : new AppError('not-signed-in', 'The token is not one for this bot.', { cause });
    }
    const { connectorFactory } = result;
    return connectorFactory
      ? { ...result, connectorFactory: this.#keeping(connectorFactory, result.claimsIdentity) }
      : result;
  }

  override createConnectorFactory(claims: Claims): Factory {
    return this.#keeping(super.createConnectorFactory(claims), claims);
  }

  override createUserTokenClient(claims: Claims): Promise<UserTokens> {
    return kept(this.#userTokens, appOf(claims), () => super.createUserTokenClient(claims));
  }

  #keeping(factory: Factory, claims: Claims): Factory {
    const app = appOf(claims);
    return {
      create: (serviceUrl, audience) =>
        kept(this.#connectors, JSON.stringify([app, serviceUrl, audience]), () =>
          factory.create(serviceUrl, audience),
        ),
    };
  }
}

const appOf = (claims: Claims): string =>
  claims.getClaimValue('aud') ?? claims.getClaimValue('appid') ?? '';

/** Least recently used ones go first; what failed is not kept. */
function kept<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = cache.get(key) ?? make();
  cache.delete(key);
  cache.set(key, value);
  value.catch(() => cache.delete(key));
  const [oldest] = cache.keys();
  if (cache.size > mostClients && oldest !== undefined) cache.delete(oldest);
  return value;
}
