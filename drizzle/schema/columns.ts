import { customType, numeric, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** A UUIDv7 made in the application, so that Postgres 16 and newer serve and ids sort by age. */
export const id = () => uuid('id').primaryKey().$defaultFn(v7);

/** An instant with time zone; the database's clock unless a value is given. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().defaultNow();

/** A share of 0..1, exact to a millionth wherever it is copied. */
export const rate = (name: string) => numeric(name, { precision: 7, scale: 6, mode: 'number' });

/** Raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
});
