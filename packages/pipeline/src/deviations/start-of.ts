import { type SQL, sql } from 'drizzle-orm';

/** SQL: the instant at which a day (UTC) starts, or the day some days after it. */
export const startOf = (day: string, daysLater = 0): SQL =>
  sql`((${day}::date + ${daysLater}::int)::timestamp at time zone 'UTC')`;
