import { randomInt } from 'node:crypto';
import { bay, capture, type Database, store } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { asc, desc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type CaptureRow, listCaptures } from '../../captures/capture-rows.ts';
import { type Page, type PageRequest, readPage } from './read-page.ts';
import { comparePlace, decodeCursor } from './row-cursor.ts';

const { db } = await createTestDatabase('pages');
type CapturePage = Page<CaptureRow>;

const rowCount = 60;
const newestFirst = await insertCaptures(db);
const list = listCaptures(db, {}, null);
const everything = await readPage(list, { first: 200 });
const cursors = everything.edges.map(({ cursor }) => cursor);

test('the list is newest first down to the microsecond, and by id within one', () => {
  expect(everything.edges.map(({ node }) => node.id)).toEqual(newestFirst);
});

test('any page is what the same page of an array would be', async () => {
  for (let round = 0; round < 250; round += 1) {
    const request = randomRequest();
    const page = await readPage(list, request);
    expect({ ids: page.edges.map(({ node }) => node.id), ...page.pageInfo }, JSON.stringify(request)).toEqual(
      pageOfArray(request),
    );
  }
});

test('walking through all pages, in either direction, meets every row once', async () => {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: CapturePage = await readPage(list, { first: 7, after });
    seen.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(newestFirst);
  const backwards: string[] = [];
  for (let before: string | null = null; ; ) {
    const { edges, pageInfo }: CapturePage = await readPage(list, { last: 7, before });
    backwards.unshift(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasPreviousPage) break;
    before = pageInfo.startCursor;
  }
  expect(backwards).toEqual(newestFirst);
});

test('a page has 50 rows unless told', async () => {
  expect((await readPage(list, {})).edges).toHaveLength(50);
});

test.each([
  { first: 201 },
  { last: 201 },
  { first: -1 },
  { first: 1, last: 1 },
  { after: '' },
  { after: 'bm9uc2Vuc2U' },
  {
    before: Buffer.from(`999999999999999999_${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`).toString(
      'base64url',
    ),
  },
])('%o is the caller’s mistake', async (request) => {
  await expect(readPage(list, request)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('a page deep in the list walks the index instead of sorting', async () => {
  const place = decodeCursor(cursors[30] ?? '');
  const page = db
    .select({ id: capture.id })
    .from(capture)
    .where(comparePlace(capture.receivedAt, capture.id, '<', place))
    .orderBy(desc(capture.receivedAt), desc(capture.id))
    .limit(10);
  const plan = await db.transaction(async (tx) => {
    // Sixty rows are read faster without an index; the question is whether the index can serve.
    await tx.execute(sql`set local enable_seqscan = off`);
    return (await tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${page}`)).rows;
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toMatch(/Index (Only )?Scan Backward using capture_received/);
  expect(text).toContain('Index Cond');
  expect(text).not.toContain('Sort');
});

function randomRequest(): PageRequest {
  const some = () => cursors[randomInt(cursors.length)];
  const size = randomInt(0, 20);
  return {
    ...(randomInt(2) === 0 ? { first: size } : { last: size }),
    ...(randomInt(3) === 0 ? {} : { after: some() }),
    ...(randomInt(3) === 0 ? {} : { before: some() }),
  };
}

/** The Relay specification's algorithm on an array, with flags that look at the whole of it. */
function pageOfArray({ first, last, after, before }: PageRequest) {
  const from = after ? cursors.indexOf(after) + 1 : 0;
  const to = before ? cursors.indexOf(before) : rowCount;
  const between = newestFirst.slice(from, Math.max(from, to));
  const ids =
    typeof last === 'number' ? (last === 0 ? [] : between.slice(-last)) : between.slice(0, first ?? 50);
  const start = ids.length > 0 ? newestFirst.indexOf(ids[0] ?? '') : -1;
  const end = start + ids.length - 1;
  return {
    ids,
    hasNextPage: ids.length > 0 && end < rowCount - 1,
    hasPreviousPage: ids.length > 0 && start > 0,
    startCursor: ids.length > 0 ? cursors[start] : null,
    endCursor: ids.length > 0 ? cursors[end] : null,
  };
}

/** Rows that differ by a microsecond, and groups of rows at the very same instant. Answers the ids, newest first. */
async function insertCaptures(target: Database): Promise<string[]> {
  const [shop] = await target.insert(store).values({ code: '1', name: 'Shop' }).returning();
  const storeId = shop?.id ?? '';
  const [place] = await target.insert(bay).values({ storeId, aisle: 'A1' }).returning();
  for (let i = 0; i < rowCount; i += 1)
    await target.insert(capture).values({
      storeId,
      bayId: place?.id ?? '',
      keyVersion: 1,
      idempotencyKey: Uint8Array.of(i),
      payload: {},
      takenAt: new Date(),
      taggedVersion: 'v1',
      state: 'INGESTED',
      receivedAt: sql`timestamptz '2026-11-24 05:00:00.000001+00' + ${Math.floor(randomInt(30) / 3)} * interval '1 microsecond'`,
    });
  const rows = await target.select().from(capture).orderBy(asc(capture.receivedAt), asc(capture.id));
  return rows.map(({ id }) => id).reverse();
}
