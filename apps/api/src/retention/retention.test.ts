import { capture, image, retentionItem, retentionRun } from '@gondola/db';
import { addScoredCapture, hashes } from '@gondola/testkit/capture-with-everything';
import { eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('retention');
const operator = await api.signIn('operator');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);

const policy =
  '{ retentionPolicy { builtIn reviewDays cleanPhotoDays faultyPhotoDays noticeDays createdBy } }';
const set = async (input: object) =>
  partOf<{ policy: object | null; userErrors: { code: string; field: string[] }[] }>(
    await api.ask(
      `mutation ($input: RetentionPolicySetInput!) { retentionPolicySet(input: $input) {
        policy { builtIn reviewDays cleanPhotoDays } userErrors { code field } } }`,
      { input },
      operator,
    ),
    'retentionPolicySet',
  );
const dryRun = async () =>
  partOf<{ run: { photos: number } | null; userErrors: { code: string }[] }>(
    await api.ask(
      'mutation { retentionDryRun { run { kind photos captures byteLength createdBy endedAt } userErrors { code } } }',
      {},
      operator,
    ),
    'retentionDryRun',
  );

test('before a person sets a policy no photo expires, and a dry run says so', async () => {
  expect((await api.ask(policy, {}, operator)).data?.retentionPolicy).toMatchObject({
    builtIn: true,
    reviewDays: 30,
    cleanPhotoDays: null,
    faultyPhotoDays: null,
  });
  expect(await dryRun()).toMatchObject({ run: null, userErrors: [{ code: 'NOTHING_EXPIRES' }] });
});

test('a policy has limits for its days', async () => {
  const bad = await set({ reviewDays: 0, cleanPhotoDays: -1, noticeDays: 7, note: '' });
  expect(bad.policy).toBeNull();
  expect(bad.userErrors.map(({ field }) => field[0])).toEqual(['reviewDays', 'cleanPhotoDays', 'note']);
  const good = await set({ reviewDays: 10, faultyPhotoDays: 100, noticeDays: 7, note: 'space' });
  expect(good).toEqual({
    policy: { builtIn: false, reviewDays: 10, cleanPhotoDays: null },
    userErrors: [],
  });
});

test('a dry run announces what is due, and is listed', async () => {
  // Related rows of this test's capture (a conflict, an open request) would hold its photo.
  await api.db.execute(sql`update recapture_request set closed_at = now(), ending = 'WITHDRAWN'`);
  await api.db
    .update(capture)
    .set({ state: 'ARCHIVED', archivedAt: sql`now() - interval '101 days'` })
    .where(eq(capture.id, captureId));
  expect(await dryRun()).toMatchObject({ run: { kind: 'DRY_RUN', photos: 1, captures: 1, byteLength: 1 } });
  const runs = await api.ask('{ retentionRuns { totalCount edges { node { kind photos } } } }', {}, operator);
  expect(runs.data?.retentionRuns).toMatchObject({ totalCount: 1 });
});

interface ListedPhoto {
  sha256: string;
  heldBecause: string | null;
  dueAt: string | null;
}
interface PageOfPhotos {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: ListedPhoto }[];
}
const readRun = async (page = '') =>
  (
    await api.ask(
      `{ retentionRuns(first: 1) { edges { node { id policyInForce policy { faultyPhotoDays }
        announced${page} { totalCount pageInfo { hasNextPage endCursor } edges { node {
          sha256 byteLength captureCount dueAt heldBecause keptBecause expiredAt
          captures { id state store { code } bay { aisle } currentScore { score } } } } } } } } }`,
      {},
      operator,
    )
  ).data?.retentionRuns as {
    edges: { node: { id: string; policyInForce: boolean; announced: PageOfPhotos } }[];
  };
const held = async (args: string) =>
  api.ask(
    `{ retentionHeld { asOf counts { holding photos limitReached } }
      retentionHeldPhotos(${args}) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { sha256 heldBecause captures { id } } } } }`,
    {},
    operator,
  );

test('a dry run lists the photos that it announced, with their captures and due dates', async () => {
  const run = (await readRun()).edges[0]?.node;
  expect(run).toMatchObject({
    policyInForce: true,
    policy: { faultyPhotoDays: 100 },
    announced: {
      totalCount: 1,
      edges: [
        {
          node: {
            sha256: hashes.original,
            byteLength: 1,
            captureCount: 1,
            heldBecause: null,
            keptBecause: null,
            expiredAt: null,
            captures: [
              {
                state: 'ARCHIVED',
                store: { code: '0421' },
                bay: { aisle: 'A1' },
                currentScore: { score: 0 },
              },
            ],
          },
        },
      ],
    },
  });
  const dueAt = run?.announced.edges[0]?.node.dueAt ?? '';
  expect((Date.now() - Date.parse(dueAt)) / 86_400_000).toBeCloseTo(1, 1);
  const byId = await api.ask(
    'query ($id: ID!) { retentionRun(id: $id) { id photos } }',
    { id: run?.id },
    operator,
  );
  expect(byId.data?.retentionRun).toEqual({ id: run?.id, photos: 1 });
  const unknown = await api.ask('{ retentionRun(id: "nothing") { id } }', {}, operator);
  expect(unknown.data?.retentionRun).toBeNull();
});

test('the list is read in pages, and a cursor of another list is refused', async () => {
  const [run] = await api.db.select().from(retentionRun);
  const more = ['d', 'e'].map((digit) => digit.repeat(64));
  for (const sha256 of more) {
    await api.db.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/jpeg' });
    await api.db.insert(retentionItem).values({ runId: run?.id ?? '', sha256 });
  }
  const first = (await readRun('(first: 2)')).edges[0]?.node.announced;
  expect(first?.edges.map(({ node }) => node.sha256)).toEqual([hashes.original, more[0]]);
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = (await readRun(`(first: 2, after: "${first?.pageInfo.endCursor}")`)).edges[0]?.node.announced;
  expect(rest?.edges.map(({ node }) => node.sha256)).toEqual([more[1]]);
  expect(rest?.pageInfo.hasNextPage).toBe(false);
  for (const bad of ['(first: 2, after: "x")', '(first: 201)']) {
    const { errors } = await api.ask(
      `{ retentionRuns(first: 1) { edges { node { announced${bad} { totalCount } } } } }`,
      {},
      operator,
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
  await api.db.delete(retentionItem).where(inArray(retentionItem.sha256, more));
});

test("photos that stay are counted by reason and listed as of now; a new policy differs from the dry run's", async () => {
  const none = (await held('holding: POLICY')).data as { retentionHeld: { counts: object[] } };
  expect(none.retentionHeld.counts).toHaveLength(8);
  expect(none).toMatchObject({ retentionHeldPhotos: { totalCount: 0, edges: [] } });
  expect(await set({ reviewDays: 10, faultyPhotoDays: 200, noticeDays: 7, note: 'longer' })).toMatchObject({
    userErrors: [],
  });
  const { data } = await held('holding: POLICY, first: 1');
  expect(data).toMatchObject({
    retentionHeld: {
      counts: expect.arrayContaining([{ holding: 'POLICY', photos: 1, limitReached: false }]),
    },
    retentionHeldPhotos: {
      totalCount: 1,
      pageInfo: { hasNextPage: false },
      edges: [{ node: { sha256: hashes.original, heldBecause: 'POLICY', captures: [{}] } }],
    },
  });
  // The dry run uses the policy that it was made under, and shows that it is no longer in force.
  const run = (await readRun()).edges[0]?.node;
  expect(run?.policyInForce).toBe(false);
  expect(run?.announced.edges[0]?.node.heldBecause).toBeNull();
});

test('a photo is held with a reason, and an expired photo is shown as expired everywhere', async () => {
  const keep = async () =>
    partOf<object>(
      await api.ask(
        `mutation { captureKeep(input: { id: "${captureId}", reason: "a dispute" }) {
          capture { keptBy keptReason } userErrors { code message } } }`,
        {},
        operator,
      ),
      'captureKeep',
    );
  expect(await keep()).toEqual({
    capture: { keptBy: 'operator@demo.gondola.local', keptReason: 'a dispute' },
    userErrors: [],
  });
  const read = async () =>
    (
      await api.ask(
        `{ capture(id: "${captureId}") { photoExpiredAt archivedAt photo { url } currentScore { score } } }`,
        {},
        operator,
      )
    ).data?.capture as { photo: { url: string } | null; photoExpiredAt: string | null };
  const { photo } = await read();
  const address = `${api.url}${photo?.url}`;
  expect((await fetch(address)).status).toBe(404);

  await api.db
    .update(capture)
    .set({ photoExpiredAt: sql`now()`, keptAt: null, keptBy: null, keptReason: null })
    .where(eq(capture.id, captureId));
  await api.db
    .update(image)
    .set({ expiredAt: new Date('2026-11-01T00:00:00Z') })
    .where(eq(image.sha256, hashes.display));
  const gone = await fetch(address);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toEqual({
    error: 'The photo expired on 2026-11-01 under the retention policy.',
    expiredAt: '2026-11-01T00:00:00.000Z',
  });
  expect(await read()).toMatchObject({
    photo: null,
    photoExpiredAt: expect.any(String),
    currentScore: { score: 0 },
  });
  expect(await keep()).toMatchObject({ userErrors: [{ code: 'PHOTO_EXPIRED' }] });
});

test('an integrity check is requested once, however often the mutation runs', async () => {
  const ask = async () =>
    (await api.ask('mutation { integrityCheck { report { id endedAt createdBy } } }', {}, operator)).data;
  const first = await ask();
  expect(first).toMatchObject({ integrityCheck: { report: { endedAt: null } } });
  expect(await ask()).toEqual(first);
  const list = await api.ask('{ integrityReports { totalCount } }', {}, operator);
  expect(list.data?.integrityReports).toEqual({ totalCount: 1 });
});
