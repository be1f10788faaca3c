import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { store } from './store.ts';
import type { ClockErrorSource } from './vocabulary.ts';

/**
 * A camera or phone of a store. It is known by its MAC address or, where the system reports a placeholder, by its key.
 * The row outlives the keys: a key that replaces another one is of the same device.
 */
export const device = pgTable(
  'device',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    /** 12 lower-case hex digits; null for a device that reports a placeholder. */
    mac: text('mac'),
    /** The clock of the device minus true time: positive is fast. Null while no error is known, 0 is measured. */
    clockErrorMs: bigint('clock_error_ms', { mode: 'number' }),
    clockErrorSource: text('clock_error_source').$type<ClockErrorSource>(),
    /** The last review of the clock. */
    clockReviewedAt: instant('clock_reviewed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('device_mac').on(t.storeId, t.mac).where(sql`mac is not null`),
    check('device_clock_error', sql`(clock_error_ms is null) = (clock_error_source is null)`),
  ],
);
