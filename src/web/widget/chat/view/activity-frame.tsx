import type { ReactNode } from 'react';
import type { Activity } from '../connection/activity';
import { clinicianOf, toneOf } from './mend-activity';

/** What is said in an emergency stands out; a clinician's words bear the name. */
export function ActivityFrame(props: {
  readonly activity: Activity;
  readonly children: ReactNode;
}): ReactNode {
  const { activity, children } = props;
  const name = clinicianOf(activity);
  return (
    <div className="lumbar-activity" data-tone={toneOf(activity) ?? 'plain'}>
      {name === null ? null : <div className="lumbar-name">{name}</div>}
      {children}
    </div>
  );
}

/** True when an activity needs the frame. */
export function needsFrame(activity: Activity): boolean {
  const tone = toneOf(activity);
  return clinicianOf(activity) !== null || tone === 'emergency' || tone === 'urgent';
}
