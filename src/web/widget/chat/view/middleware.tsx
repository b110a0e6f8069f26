import type { ComponentProps } from 'react';
import type ReactWebChat from 'botframework-webchat';
import { isObject } from '../../shared/json';
import { authorOf, isActivity } from '../connection/activity';
import { ActivityFrame, needsFrame } from './activity-frame';
import { CardInTime } from './card-in-time';
import { ClinicianAvatar } from './clinician-avatar';
import { clinicianOf } from './mend-activity';

type Props = ComponentProps<typeof ReactWebChat>;
type One<T> = T extends readonly (infer Each)[] ? Each : T;
type ActivityMiddleware = One<NonNullable<Props['activityMiddleware']>>;
type AttachmentMiddleware = One<NonNullable<Props['attachmentMiddleware']>>;
type AvatarMiddleware = One<NonNullable<Props['avatarMiddleware']>>;
type GroupMiddleware = One<NonNullable<Props['groupActivitiesMiddleware']>>;

/** Puts a frame around what has to stand out. */
export const activityMiddleware: ActivityMiddleware =
  () =>
  (next) =>
  (...args) => {
    const render = next(...args);
    const activity: unknown = args[0]?.activity;
    if (!render || !isActivity(activity) || !needsFrame(activity)) return render;
    return (...rest) => (
      <ActivityFrame activity={activity}>
        {typeof render === 'function' ? render(...rest) : null}
      </ActivityFrame>
    );
  };

/** Takes cards out of use when their time is over. */
export const attachmentMiddleware: AttachmentMiddleware =
  () =>
  (next) =>
  (...args) => {
    const { activity, attachment }: { activity?: unknown; attachment?: unknown } = args[0] ?? {};
    const isCard =
      isObject(attachment) &&
      attachment['contentType'] === 'application/vnd.microsoft.card.adaptive';
    return isCard && isActivity(activity) ? (
      <CardInTime activity={activity} content={attachment['content']} />
    ) : (
      next(...args)
    );
  };

/** Clinicians have initials of their own. */
export const avatarMiddleware: AvatarMiddleware =
  () =>
  (next) =>
  (...args) => {
    const activity: unknown = args[0]?.activity;
    const name = isActivity(activity) ? clinicianOf(activity) : null;
    return name === null ? next(...args) : () => <ClinicianAvatar name={name} />;
  };

/** A clinician is not the bot, though both are on the other side: each gets a group, and so an avatar. */
export const groupActivitiesMiddleware: GroupMiddleware =
  () =>
  (next) =>
  (...args) => {
    const [{ activities }] = args;
    const bySender: (typeof activities)[number][][] = [];
    let last = '';
    for (const activity of activities) {
      const sender = isActivity(activity) ? authorOf(activity) : { role: '', id: '' };
      const name = `${sender.role} ${sender.id}`;
      if (name === last) bySender.at(-1)?.push(activity);
      else bySender.push([activity]);
      last = name;
    }
    return { ...next(...args), sender: bySender };
  };
