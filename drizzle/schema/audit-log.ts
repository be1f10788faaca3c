import { bigserial, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Actor, action and object of every change; append-only and hash-chained (the database computes `hash` from the row and `previousHash`). */
export const auditLog = pgTable('audit_log', {
  ordinal: bigserial('ordinal', { mode: 'number' }).primaryKey(),
  at: instant('at').notNull().defaultNow(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  object: text('object').notNull(),
  facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
  previousHash: bytes('previous_hash'),
  hash: bytes('hash'),
});
