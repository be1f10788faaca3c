import { auditLog, capture, recaptureRequest } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { nextPayload } from '@gondola/testkit/payload';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('recapture');
const manager = await api.signIn('category_manager');
const { storeId, device } = await api.addStore('0421');
const other = await api.addStore('0500');
const captureId = await addScoredCapture(api.db, storeId);

const list = (filter: string) => `{ recaptureRequests(filter: ${filter}) { totalCount edges { node {
  id supersedes aisle takenAt planogramVersion reasons createdAt closedAt ending capture { id state }
  store { code } bay { aisle } fulfilledBy { id } } } } }`;
const totalOf = async (filter: string, credential = device) =>
  partOf<{ totalCount: number }>(await api.ask(list(filter), {}, credential), 'recaptureRequests').totalCount;

test('a device polls the requests of its own store, with everything that the new photo needs', async () => {
  const answer = await api.ask(list('{ open: true }'), {}, device);
  expect(answer.errors).toEqual([]);
  expect(answer.data?.recaptureRequests).toMatchObject({
    totalCount: 1,
    edges: [
      {
        node: {
          supersedes: captureId,
          aisle: 'A1',
          takenAt: '2026-11-24T05:00:00.000Z',
          planogramVersion: 'tagged',
          reasons: ['TOO_BLURRED'],
          closedAt: null,
          capture: { state: 'SCORED' },
          store: { code: '0421' },
          fulfilledBy: null,
        },
      },
    ],
  });
  expect(await totalOf('{ open: true }', other.device)).toBe(0);
  expect(await totalOf('{ storeCode: "0421" }', other.device)).toBe(0);
});

test('people see all stores and filter them', async () => {
  expect(await totalOf('{ storeCode: "0421", aisle: " a1 ", open: true }', manager)).toBe(1);
  expect(await totalOf('{ aisle: "A2" }', manager)).toBe(0);
  expect(await totalOf('{ open: false }', manager)).toBe(0);
});

const ask = `mutation ($id: ID!, $note: String) { recaptureRequest(input: { captureId: $id, note: $note }) {
  recaptureRequest { id reasons closedAt } userErrors { code field } } }`;
const withdraw = `mutation ($id: ID!) { recaptureWithdraw(input: { id: $id }) {
  recaptureRequest { id ending } userErrors { code } } }`;

test('a person requests a new photo of any capture and withdraws the request; both are in the audit log', async () => {
  const submitted = await api.ask(
    'mutation ($p: JSON!) { captureSubmit(input: { captures: [$p] }) { results { capture { id } } } }',
    { p: nextPayload('0421') },
    device,
  );
  const [result] = partOf<{ results: { capture: { id: string } }[] }>(submitted, 'captureSubmit').results;
  const id = result?.capture.id ?? '';
  const asked = await api.ask(ask, { id, note: 'a trolley stands before it' }, manager);
  const { recaptureRequest: request } = partOf<{ recaptureRequest: { id: string } }>(
    asked,
    'recaptureRequest',
  );
  expect(request).toMatchObject({ reasons: ['ASKED_BY_PERSON'], closedAt: null });
  expect(await totalOf('{ open: true }')).toBe(2);

  expect((await api.ask(withdraw, { id: request.id }, manager)).data?.recaptureWithdraw).toEqual({
    recaptureRequest: { id: request.id, ending: 'WITHDRAWN' },
    userErrors: [],
  });
  // A second withdrawal changes nothing and is no error.
  expect((await api.ask(withdraw, { id: request.id }, manager)).errors).toEqual([]);
  expect(await totalOf('{ open: true }')).toBe(1);
  const entries = await api.db.select().from(auditLog).where(sql`${auditLog.action} like 'recapture%'`);
  expect(entries.map(({ action }) => action)).toEqual(['recaptureRequest', 'recaptureWithdraw']);
  expect(entries[0]?.facts).toMatchObject({ note: 'a trolley stands before it' });
});

test('an unknown capture or request and a note that is too long are refused with their reason', async () => {
  const nothing = '00000000-0000-7000-8000-000000000000';
  const codes = async (query: string, variables: object, field: string) =>
    partOf<{ userErrors: { code: string }[] }>(
      await api.ask(query, variables, manager),
      field,
    ).userErrors.map(({ code }) => code);
  expect(await codes(ask, { id: nothing }, 'recaptureRequest')).toEqual(['CAPTURE_UNKNOWN']);
  expect(await codes(ask, { id: captureId, note: 'x'.repeat(2001) }, 'recaptureRequest')).toEqual([
    'FIELD_TOO_LONG',
  ]);
  expect(await codes(withdraw, { id: nothing }, 'recaptureWithdraw')).toEqual(['RECAPTURE_REQUEST_UNKNOWN']);
  await api.db
    .update(recaptureRequest)
    .set({ closedAt: sql`now()`, ending: 'SCORED_AS_IT_IS' })
    .where(eq(recaptureRequest.captureId, captureId));
  const [closed] = await api.db
    .select()
    .from(recaptureRequest)
    .where(eq(recaptureRequest.captureId, captureId));
  expect(await codes(withdraw, { id: closed?.id }, 'recaptureWithdraw')).toEqual([
    'RECAPTURE_REQUEST_CLOSED',
  ]);
});

test('a capture shows what it replaces, what replaces it, captures with the same photo, and its next attempt', async () => {
  const [first] = await api.db.select().from(capture).where(eq(capture.id, captureId));
  if (!first) throw new Error('no capture');
  const { id: _id, ...copy } = first;
  const [later, waiting] = await api.db
    .insert(capture)
    .values([
      { ...copy, idempotencyKey: Uint8Array.of(7), supersedesId: captureId, samePhotoAsId: captureId },
      { ...copy, idempotencyKey: Uint8Array.of(8), state: 'RETRY_SCHEDULED', supersedesId: other.storeId },
    ])
    .returning();
  const { rows } = await api.db.execute<{ id: string }>(sql`
    insert into pgboss.job (id, name, data, start_after)
    values (gen_random_uuid(), 'retry', '{}', '2030-01-01T00:00:00Z') returning id`);
  await api.db
    .update(capture)
    .set({
      jobId: rows[0]?.id ?? null,
      meanGrey: 99.5,
      darkShare: 0.25,
      glareShare: 0,
      qualityHints: ['GLARE'],
    })
    .where(eq(capture.id, waiting?.id ?? ''));
  const read = async (id: string | undefined) =>
    (
      await api.ask(
        `query ($id: ID!) { capture(id: $id) { nextTryAt supersedes { takenAt } supersededBy { state } samePhotoAs { state }
          samePhotoCaptures { state } quality { hints meanGrey darkShare glareShare rule { builtIn minShortSidePx } } } }`,
        { id },
        device,
      )
    ).data?.capture;
  expect(await read(captureId)).toMatchObject({
    nextTryAt: null,
    supersedes: null,
    supersededBy: [{ state: 'SCORED' }],
    samePhotoAs: null,
    samePhotoCaptures: [{ state: 'SCORED' }],
    quality: { hints: [], meanGrey: null, rule: { builtIn: true, minShortSidePx: 1080 } },
  });
  expect(await read(later?.id)).toMatchObject({
    supersedes: { takenAt: '2026-11-24T05:00:00.000Z' },
    samePhotoAs: { state: 'SCORED' },
  });
  expect(await read(waiting?.id)).toMatchObject({
    nextTryAt: '2030-01-01T00:00:00.000Z',
    supersedes: null,
    quality: { hints: ['GLARE'], meanGrey: 99.5, darkShare: 0.25, glareShare: 0 },
  });
});
