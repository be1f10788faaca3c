import { auditLog, reprocessBatch } from '@gondola/db';
import { nextPayload } from '@gondola/testkit/payload';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('reprocess');
const { device } = await api.addStore('0421');
const manager = await api.signIn('category_manager');
const analyst = await api.signIn('analyst');
const payloads = Array.from({ length: 3 }, (_, i) => nextPayload('0421', { firmware: `v${i}` }));
await api.ask(
  'mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) { results { outcome } } }',
  { captures: payloads },
  device,
);

interface Payload {
  batch: { id: string; state: string; acts: string[]; total: number } | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}
const batchFields = 'batch { id state acts total reason createdBy } userErrors { code message field }';
const start = async (input: Record<string, unknown>, credential = manager): Promise<Payload> =>
  partOf<Payload>(
    await api.ask(
      `mutation ($input: ReprocessStartInput!) { reprocessStart(input: $input) { ${batchFields} } }`,
      { input: { mode: 'RESCORE', versionChoice: 'ACTIVE', reason: 'a new formula', ...input } },
      credential,
    ),
    'reprocessStart',
  );
const act = async (id: string, what: string): Promise<Payload> =>
  partOf<Payload>(
    await api.ask(
      `mutation ($input: ReprocessActInput!) { reprocessAct(input: $input) { ${batchFields} } }`,
      { input: { id, act: what } },
      manager,
    ),
    'reprocessAct',
  );

test('a batch is started over a filter, is listed, and is in the audit log', async () => {
  const { batch, userErrors } = await start({ scope: { filter: { storeCode: '0421' } } });
  expect(userErrors).toEqual([]);
  expect(batch).toMatchObject({ state: 'EXPANDING', acts: ['PAUSE', 'CANCEL'], total: 0 });
  const { data } = await api.ask(
    `{ reprocessBatches(first: 5, open: true) { totalCount edges { node { id state remainingSeconds ended
       progress { ratePerSecond counts { state count } } failures { code } impact { compared histogramAfter }
       items(first: 2) { totalCount edges { node { state } } } } } } }`,
    {},
    analyst,
  );
  expect(data?.reprocessBatches).toMatchObject({
    totalCount: 1,
    edges: [{ node: { id: batch?.id, ended: 0, failures: [], items: { totalCount: 0 } } }],
  });
  const [row] = await api.db.select().from(reprocessBatch);
  expect(row?.scope).toEqual({ kind: 'FILTER', filter: { storeCode: '0421' } });
  expect(await api.db.$count(auditLog, eq(auditLog.action, 'reprocessStart'))).toBe(1);
});

test('a batch is paused, resumed and cancelled, and refuses an act that its state does not allow', async () => {
  const { batch } = await start({ scope: { filter: {} } });
  const id = batch?.id ?? '';
  expect((await act(id, 'PAUSE')).batch).toMatchObject({ state: 'PAUSED', acts: ['RESUME', 'CANCEL'] });
  expect((await act(id, 'PUBLISH')).userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', message: 'A batch that is PAUSED cannot be asked to publish its results.' },
  ]);
  expect((await act(id, 'RESUME')).batch).toMatchObject({ state: 'EXPANDING' });
  expect((await act(id, 'CANCEL')).batch).toMatchObject({ state: 'CANCELLED' });
});

test.each([
  ['two scopes', { scope: { filter: {}, captureIds: [] } }, 'SCOPE_INVALID'],
  ['no captures', { scope: { captureIds: [] } }, 'SCOPE_INVALID'],
  ['something else than a capture', { scope: { captureIds: ['QmF5OjE='] } }, 'SCOPE_INVALID'],
  ['a version without the choice', { scope: { filter: {} }, version: 'x' }, 'VERSION_NEEDED'],
  ['the choice without a version', { scope: { filter: {} }, versionChoice: 'GIVEN' }, 'VERSION_NEEDED'],
  ['an unknown version', { scope: { filter: {} }, versionChoice: 'GIVEN', version: 'x' }, 'VERSION_UNKNOWN'],
  ['no reason', { scope: { filter: {} }, reason: ' ' }, 'FIELD_BLANK'],
])('%s is refused and starts nothing', async (_what, input, code) => {
  const before = await api.db.$count(reprocessBatch);
  expect((await start(input)).userErrors.map((error) => error.code)).toEqual([code]);
  expect(await api.db.$count(reprocessBatch)).toBe(before);
});

test('a dry run counts the captures in the scope and the eligible ones', async () => {
  const { data } = await api.ask(
    `{ reprocessPreview(input: { scope: { filter: { storeCode: "0421" } }, mode: RESCORE, versionChoice: ACTIVE }) {
       captures eligible estimatedMinutes estimateBasis sample { captures impact { compared } } userErrors { code } } }`,
    {},
    manager,
  );
  expect(data?.reprocessPreview).toMatchObject({
    captures: 3,
    eligible: 0,
    estimatedMinutes: 0,
    sample: { captures: 0 },
    userErrors: [],
  });
});
