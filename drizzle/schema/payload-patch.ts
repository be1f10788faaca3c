import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';
import { store } from './store.ts';
import type { DeadLetterReason } from './vocabulary.ts';

/** One step of a JSON Patch (RFC 6902). */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  path: string;
  from?: string;
  value?: unknown;
}

/** A correction of a group of dead letters with one reason, recorded after a preview. Immutable. */
export const payloadPatch = pgTable('payload_patch', {
  id: id(),
  reason: text('reason').$type<DeadLetterReason>().notNull(),
  /** Null for the dead letters of every store. */
  storeId: uuid('store_id').references(() => store.id),
  operations: jsonb('operations').$type<PatchOperation[]>().notNull(),
  /** The author's reason for the patch. */
  note: text('note').notNull(),
  createdBy: text('created_by').notNull(),
  /** Dead letters to which the patch applied when it was recorded. `mended` counts those that pass the gate with the patch. */
  matched: integer('matched').notNull(),
  mended: integer('mended').notNull(),
  createdAt: createdAt(),
});
