import type { Generated } from 'kysely';

/** Times are ISO 8601 in UTC, so that they sort as text; structures are JSON as text; truth is 0 or 1. */
export interface Tables {
  conversations: {
    key: Generated<number>;
    id: string;
    channel: string;
    user_id: string;
    user_name: string | null;
    locale: string;
    region: string;
    reference: string | null;
    created_at: string;
    active_at: string;
    last_seq: number;
    envelope: string | null;
    erased_at: string | null;
    /** When the entries up to `farewell_seq` go, which erasing spared. */
    purge_at: string | null;
    farewell_seq: number | null;
  };
  inputs: {
    conversation: number;
    id: string;
    at: string;
    first_seq: number;
    last_seq: number;
  };
  log: {
    conversation: number;
    seq: number;
    at: string;
    author: string;
    input_id: string;
    body: string;
  };
  cases: {
    id: string;
    conversation: number;
    tier: string | null;
    tier_rank: number;
    reason: string;
    outcome: string;
    status: string;
    opened_at: string;
    claimed_by: string | null;
    claimed_at: string | null;
    closed_at: string | null;
    note: string | null;
    person_name: string | null;
    channel: string;
    revision: number;
    told_position: number | null;
    told_minutes: number | null;
  };
  timers: {
    id: string;
    conversation: number;
    name: string;
    due_at: string;
    attempts: number;
  };
  outbox: {
    conversation: number;
    seq: number;
    status: string;
    attempts: number;
    next_at: string;
    sent_id: string | null;
  };
  uploads: {
    conversation: number;
    id: string;
    name: string;
    content_type: string;
    bytes: number;
    at: string;
    content: Uint8Array | ArrayBuffer;
  };
  clinicians: {
    name: string;
    password_hash: string;
    disabled: number;
    created_at: string;
  };
  sessions: {
    token_hash: string;
    name: string;
    expires_at: string;
  };
  meta: {
    name: string;
    value: string;
  };
}
