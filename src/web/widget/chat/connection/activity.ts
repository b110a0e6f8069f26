import { isObject } from '../../shared/json';

/** As much of an activity as the widget itself reads; the rest passes through to Web Chat. */
export interface Activity extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly id?: string;
}

/** What a frame of the stream, or a page of the log, holds. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  /** Null on sets that are not in the log, such as typing. */
  readonly watermark: string | null;
}

/** Null for anything that is not a set of activities. */
export function readActivitySet(value: unknown): ActivitySet | null {
  if (!isObject(value) || !Array.isArray(value['activities'])) return null;
  const watermark = value['watermark'];
  return {
    activities: value['activities'].filter(isActivity),
    watermark: typeof watermark === 'string' ? watermark : null,
  };
}

export function isActivity(value: unknown): value is Activity {
  return isObject(value) && typeof value['type'] === 'string';
}

/** Who wrote an activity. */
export function authorOf({ from }: Activity): {
  readonly id: string;
  readonly name: string;
  readonly role: string;
} {
  const { id, name, role } = isObject(from) ? from : {};
  return { id: text(id), name: text(name), role: text(role) };
}

function text(part: unknown): string {
  return typeof part === 'string' ? part : '';
}
