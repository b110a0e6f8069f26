import { Components, hooks } from 'botframework-webchat';
import type { ReactNode } from 'react';
import { isObject } from '../../shared/json';
import { type Activity, authorOf, isActivity } from '../connection/activity';
import { questionsOf } from './mend-activity';

const { AdaptiveCardContent } = Components;

/** A card that can be used until its question was answered or another one was asked. */
export function CardInTime(props: {
  readonly activity: Activity;
  readonly content: unknown;
}): ReactNode {
  const [activities] = hooks.useActivities();
  return (
    <AdaptiveCardContent
      content={props.content}
      disabled={isPast(props.activity, activities.filter(isActivity))}
    />
  );
}

/** True when the conversation has gone beyond the activity's question. Offers without one stay open. */
export function isPast(activity: Activity, activities: readonly Activity[]): boolean {
  const asked = questionsOf(activity);
  if (asked.length === 0) return false;
  const place = activities.findIndex(({ id }) => id !== undefined && id === activity.id);
  return activities.slice(place + 1).some((later) => {
    if (questionsOf(later).length > 0) return true;
    const value = later['value'];
    const isAnswer =
      authorOf(later).role === 'user' &&
      isObject(value) &&
      typeof value['question'] === 'string' &&
      asked.includes(value['question']);
    return isAnswer;
  });
}
