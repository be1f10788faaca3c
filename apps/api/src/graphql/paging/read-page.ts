import { requestError } from '../../errors/request-error.ts';

/** Relay's four arguments, as they came. */
export interface PageRequest {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** A list that can be read from any of its rows, in either direction. */
export interface PagedList<Row> {
  /**
   * Rows strictly between two cursors, in list order from `after`, or backwards from `before` when `reverse`.
   * Rejects with a request error when a cursor is not one of this list's.
   */
  read(range: PageRange): Promise<{ cursor: string; row: Row }[]>;
}

interface PageRange {
  after: string | null;
  before: string | null;
  reverse: boolean;
  limit: number;
}

export interface Page<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const defaultPageSize = 50;
/** A page is held in memory with all that hangs on its rows. */
const largestPage = 200;

/**
 * One page of a list. `hasNextPage` and `hasPreviousPage` say whether the whole list has rows after the last and
 * before the first row of the page; both are false for an empty page.
 */
export async function readPage<Row>(list: PagedList<Row>, request: PageRequest): Promise<Page<Row>> {
  const { size, reverse } = sizeOf(request);
  const { after = null, before = null } = request;
  const rows = await list.read({ after, before, reverse, limit: size + 1 });
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  const edges = (reverse ? kept.reverse() : kept).map(({ cursor, row }) => ({ cursor, node: row }));
  const startCursor = edges.at(0)?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;

  // Without a bound on a side, a page that is not cut off there reaches the end of the list.
  const goesOn = async (bound: string | null, range: { after: string | null; before: string | null }) =>
    bound !== null && (await list.read({ ...range, reverse: false, limit: 1 })).length > 0;
  const hasNextPage =
    endCursor !== null && ((!reverse && more) || (await goesOn(before, { after: endCursor, before: null })));
  const hasPreviousPage =
    startCursor !== null &&
    ((reverse && more) || (await goesOn(after, { after: null, before: startCursor })));

  return { edges, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}

function sizeOf({ first, last }: PageRequest): { size: number; reverse: boolean } {
  const reverse = typeof last === 'number';
  if (typeof first === 'number' && reverse)
    throw requestError('BAD_USER_INPUT', 'Give first or last, not both.');
  const size = first ?? last ?? defaultPageSize;
  if (size < 0 || size > largestPage)
    throw requestError('BAD_USER_INPUT', `A page has 0 to ${largestPage} rows.`);
  return { size, reverse };
}
