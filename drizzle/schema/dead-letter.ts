import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { createdAt, id, instant } from './columns.ts';
import { deviceKey } from './device-key.ts';
import type { MessageParams } from './message-params.ts';
import { payloadPatch } from './payload-patch.ts';
import { store } from './store.ts';
import type { DeadLetterReason, DeadLetterStage } from './vocabulary.ts';

export interface ProblemRow {
  path: string;
  code: string;
  message: string;
}

/** A payload or capture that cannot be processed, with the reason. A dead letter of the schema gate has no capture. */
export const deadLetter = pgTable(
  'dead_letter',
  {
    id: id(),
    stage: text('stage').$type<DeadLetterStage>().notNull(),
    reason: text('reason').$type<DeadLetterReason>().notNull(),
    /** What the sentence about the reason needs. Of a payload the problems hold it. */
    params: jsonb('params').$type<MessageParams>().notNull().default({}),
    problems: jsonb('problems').$type<ProblemRow[]>().notNull(),
    /** The received payload as JSON text: text stores characters that jsonb refuses (NUL) or changes (lone surrogates). */
    rawPayload: text('raw_payload').notNull(),
    /** SHA-256 of the raw payload: a resend of the same broken payload is the same dead letter. */
    payloadSha256: text('payload_sha256').notNull(),
    storeId: uuid('store_id').references(() => store.id),
    deviceKeyId: uuid('device_key_id').references(() => deviceKey.id),
    captureId: uuid('capture_id').references(() => capture.id),
    /** As far as the payload can be read: a broken one may still name them. */
    firmware: text('firmware'),
    cameraModel: text('camera_model'),
    /** The patch of the last recheck, applied to the raw payload; null rechecked the payload as received. */
    payloadPatchId: uuid('payload_patch_id').references(() => payloadPatch.id),
    /** Time of the last recheck at the schema gate. `remainingProblems` is empty when the payload would pass. */
    recheckedAt: instant('rechecked_at'),
    remainingProblems: jsonb('remaining_problems').$type<ProblemRow[]>(),
    createdAt: createdAt(),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [
    unique('dead_letter_payload').on(t.storeId, t.payloadSha256, t.captureId).nullsNotDistinct(),
    index('dead_letter_reason_created').on(t.reason, t.createdAt, t.id),
    index('dead_letter_created').on(t.createdAt, t.id),
    index('dead_letter_firmware').on(t.firmware, t.createdAt, t.id).where(sql`firmware is not null`),
    index('dead_letter_capture').on(t.captureId),
    index('dead_letter_device').on(t.deviceKeyId, t.createdAt).where(sql`device_key_id is not null`),
  ],
);
