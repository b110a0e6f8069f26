import {
  type Activity,
  CloudAdapter,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { type BotRegistration, KeptClientsAuthentication } from './authentication';
import { callConnector } from './connector';

const tokenSource = z.object({
  credentials: z.custom<{ getToken(): Promise<string> }>(
    (value) => typeof value === 'object' && value !== null && 'getToken' in value,
  ),
});

type Turn = (context: TurnContext) => Promise<void>;

/**
 * botbuilder's CloudAdapter, with two differences. Activities go out exactly as they were made, by one
 * call each: the SDK's client repeats failed calls by itself, out of sight of the outbox. And nothing is
 * written to the console.
 */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(registration: BotRegistration) {
    super(new KeptClientsAuthentication(registration));
    this.#appId = registration.id ?? '';
  }

  /** Throws `AppError` when the sender may not speak to this bot. */
  receive(
    authorization: string,
    activity: Activity,
    turn: Turn,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }

  /** Opens a turn of our own in a conversation. Throws what `turn` throws. */
  async speakIn(reference: Partial<ConversationReference>, turn: Turn): Promise<void> {
    let failed: { readonly thrown: unknown } | null = null;
    await this.continueConversationAsync(this.#appId, reference, async (context) => {
      // The SDK would hand a failure to `onTurnError`, as if the person's turn had failed.
      await turn(context).catch((thrown: unknown) => {
        failed = { thrown };
      });
    });
    rethrow(failed);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const token = await this.#token(context);
    const sent: ResourceResponse[] = [];
    for (const { id: _ours, ...activity } of activities) {
      const { serviceUrl, conversation } = context.activity;
      if (activity.type === 'invokeResponse' || activity.type === 'trace') {
        sent.push({ id: '' });
        continue;
      }
      const path = ['v3', 'conversations', conversation.id, 'activities'];
      if (activity.replyToId) path.push(activity.replyToId);
      const id = await callConnector('POST', serviceUrl, path, activity, token);
      sent.push({ id: id ?? '' });
    }
    return sent;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const { serviceUrl, conversation } = context.activity;
    const path = ['v3', 'conversations', conversation.id, 'activities', activity.id ?? ''];
    const token = await this.#token(context);
    const id = await callConnector('PUT', serviceUrl, path, activity, token);
    return { id: id ?? activity.id ?? '' };
  }

  async #token(context: TurnContext): Promise<string | null> {
    if (this.#appId === '') return null;
    const connector: unknown = context.turnState.get(this.ConnectorClientKey);
    return tokenSource.parse(connector).credentials.getToken();
  }
}

function rethrow(failed: { readonly thrown: unknown } | null): void {
  if (failed) throw failed.thrown;
}
