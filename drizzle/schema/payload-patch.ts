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

/** A correction over a group of dead letters of one reason, previewed before it was recorded. Written once. */
export const payloadPatch = pgTable('payload_patch', {
  id: id(),
  reason: text('reason').$type<DeadLetterReason>().notNull(),
  /** Null: the letters of every store. */
  storeId: uuid('store_id').references(() => store.id),
  operations: jsonb('operations').$type<PatchOperation[]>().notNull(),
  /** Why, in the words of whoever made it. */
  note: text('note').notNull(),
  createdBy: text('created_by').notNull(),
  /** Letters it was laid over when it was recorded, and how many of them pass the gate with it. */
  matched: integer('matched').notNull(),
  mended: integer('mended').notNull(),
  createdAt: createdAt(),
});
