import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import { deviceKey } from './device-key.ts';
import { payloadPatch } from './payload-patch.ts';
import { store } from './store.ts';
import type { DeadLetterReason, DeadLetterStage } from './vocabulary.ts';

export interface ProblemRow {
  path: string;
  code: string;
  message: string;
}

/** An item set aside with its reason. From the schema gate it has no capture, only the raw payload. */
export const deadLetter = pgTable(
  'dead_letter',
  {
    id: id(),
    stage: text('stage').$type<DeadLetterStage>().notNull(),
    reason: text('reason').$type<DeadLetterReason>().notNull(),
    message: text('message').notNull(),
    problems: jsonb('problems').$type<ProblemRow[]>().notNull(),
    /** The payload as it came, as JSON text: text keeps what jsonb refuses (NUL) or changes (lone surrogates). */
    rawPayload: text('raw_payload').notNull(),
    /** SHA-256 of the raw payload: a resend of the same broken payload is the same dead letter. */
    payloadSha256: text('payload_sha256').notNull(),
    storeId: uuid('store_id').references(() => store.id),
    deviceKeyId: uuid('device_key_id').references(() => deviceKey.id),
    captureId: uuid('capture_id').references(() => capture.id),
    /** The patch that, laid over the raw payload, was last tried at the schema gate; null is the payload as it came. */
    payloadPatchId: uuid('payload_patch_id').references(() => payloadPatch.id),
    /** When the payload was last put through the gate again, and what was still wrong; empty: it would pass now. */
    recheckedAt: instant('rechecked_at'),
    remainingProblems: jsonb('remaining_problems').$type<ProblemRow[]>(),
    createdAt: createdAt(),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [
    unique('dead_letter_payload').on(t.storeId, t.payloadSha256, t.captureId).nullsNotDistinct(),
    index('dead_letter_reason_created').on(t.reason, t.createdAt, t.id),
    index('dead_letter_created').on(t.createdAt, t.id),
    index('dead_letter_capture').on(t.captureId),
    index('dead_letter_device').on(t.deviceKeyId, t.createdAt).where(sql`device_key_id is not null`),
  ],
);
