import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { device } from './device.ts';
import { store } from './store.ts';

/** A device's credential, bound to one store. Only the SHA-256 of the key is stored, since keys have high entropy. */
export const deviceKey = pgTable(
  'device_key',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    name: text('name').notNull(),
    /** Maker and model, for quality rules; null when unknown. */
    model: text('model'),
    /** Limit of new captures a minute, above which the device has to wait; null is the default. */
    capturesPerMinute: integer('captures_per_minute'),
    /** The device of payloads that name no MAC of their own; null until the first one. */
    deviceId: uuid('device_id').references(() => device.id),
    sha256: text('sha256').notNull().unique(),
    createdBy: text('created_by'),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('device_key_store').on(t.storeId)],
);
