import { customType, numeric, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** Declares a UUIDv7 that the application creates: Postgres 16 suffices, and ids sort by age. */
export const id = () => uuid('id').primaryKey().$defaultFn(v7);

/** Declares an instant with time zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Declares the time of insertion by the database's clock. */
export const createdAt = () => instant('created_at').notNull().defaultNow();

/** Declares a share of 0..1, exact to a millionth in every copy. */
export const rate = (name: string) => numeric(name, { precision: 7, scale: 6, mode: 'number' });

/** Declares raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
});
