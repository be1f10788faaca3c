import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { requestError } from '../../errors/request-error.ts';

/** A row's place in a list that is ordered by an instant and an id. */
export interface RowPlace {
  /** Microseconds since 1970, as the database has them: a JavaScript date would round and skip rows. */
  micros: string;
  id: string;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const shape = new RegExp(`^(-?\\d{1,18})_(${uuid})$`);
/** The years 1 to 9999, in which Postgres surely can add the microseconds to 1970. */
const earliest = -62_135_596_800_000_000n;
const latest = 253_402_300_799_999_999n;

export const encodeCursor = ({ micros, id }: RowPlace): string =>
  Buffer.from(`${micros}_${id}`).toString('base64url');

export function decodeCursor(cursor: string): RowPlace {
  const [, micros, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (micros === undefined || id === undefined || BigInt(micros) < earliest || BigInt(micros) > latest)
    throw requestError('BAD_USER_INPUT', 'This cursor is not one of this list.');
  return { micros, id };
}

/** The microseconds of an instant column, to select beside the row. */
export const microsOf = (instant: PgColumn): SQL<string> =>
  sql<string>`(extract(epoch from ${instant}) * 1000000)::bigint::text`;

/** Rows on one side of a place: one comparison of a pair, which an ascending index on the two columns answers. */
export const comparePlace = (instant: PgColumn, id: PgColumn, operator: '<' | '>', place: RowPlace): SQL =>
  sql`(${instant}, ${id}) ${sql.raw(operator)} (timestamptz 'epoch' + ${place.micros}::bigint * interval '1 microsecond', ${place.id}::uuid)`;
