import { and, asc, desc, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PagedList } from './read-page.ts';
import { comparePlace, decodeCursor, encodeCursor, microsOf } from './row-cursor.ts';

/** The parts of a query that a page decides; the list adds its own filter, `where` is the page's share. */
export interface PageQuery {
  micros: SQL<string>;
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

/** A list with the newest row first, ordered by an instant column and by id within the same microsecond. */
export const newestFirst = <Row extends { id: string }>(
  { instant, id }: { instant: PgColumn; id: PgColumn },
  select: (query: PageQuery) => Promise<{ row: Row; micros: string }[]>,
): PagedList<Row> => ({
  async read({ after, before, reverse, limit }) {
    const direction = reverse ? asc : desc;
    const rows = await select({
      micros: microsOf(instant),
      where: and(
        after === null ? undefined : comparePlace(instant, id, '<', decodeCursor(after)),
        before === null ? undefined : comparePlace(instant, id, '>', decodeCursor(before)),
      ),
      orderBy: [direction(instant), direction(id)],
      limit,
    });
    return rows.map(({ row, micros }) => ({ row, cursor: encodeCursor({ micros, id: row.id }) }));
  },
});
