import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { AppError } from '../../ports/errors';

const account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).nullish(),
});

const webAddress = z
  .string()
  .max(2_000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'is not a web address');

/** The parts of an activity that mean something to us; what else there is stays as it came. */
const shape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).nullish(),
  name: z.string().max(500).nullish(),
  channelId: z.string().min(1).max(100).nullish(),
  serviceUrl: webAddress.nullish(),
  deliveryMode: z.string().max(100).nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  locale: z.string().nullish(),
  action: z.string().nullish(),
  value: z.unknown().optional(),
  from: account.nullish(),
  recipient: z.looseObject({ id: z.string().max(500).nullish() }).nullish(),
  conversation: z
    .looseObject({
      id: z.string().min(1).max(1_000),
      isGroup: z.boolean().nullish(),
      conversationType: z.string().nullish(),
      tenantId: z.string().nullish(),
    })
    .nullish(),
  membersAdded: z.array(account).max(10_000).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z
    .array(
      z.looseObject({ contentType: z.string().max(200).nullish(), name: z.string().nullish() }),
    )
    .nullish(),
  channelData: z
    .looseObject({
      clientActivityID: z
        .union([z.string().max(200), z.number()])
        .optional()
        .catch(undefined),
      eventType: z.string().optional().catch(undefined),
      messageBack: z.looseObject({ displayText: z.string() }).optional().catch(undefined),
      tenant: z.looseObject({ id: z.string() }).optional().catch(undefined),
    })
    .nullish()
    .catch(null),
});

export type IncomingActivity = z.infer<typeof shape>;

/** The same activity as the SDK wants it and as we read it. */
export interface ReceivedBody {
  readonly forSdk: Activity;
  readonly activity: IncomingActivity;
}

const forSdk = z.custom<Activity>((value) => shape.safeParse(value).success);

/** Throws `bad-request` with what is wrong; never repeats what was sent. */
export function parseActivity(body: unknown): ReceivedBody {
  const result = shape.safeParse(body);
  if (result.success) return { forSdk: forSdk.parse(body), activity: result.data };
  const issue = result.error.issues[0];
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'The body';
  throw new AppError(
    'bad-request',
    `${where} is not as an activity has it: ${issue?.message ?? 'invalid'}.`,
  );
}
