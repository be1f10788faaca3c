import { capture, planogramVersion, silentDrift } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('silent_drift_api');
const manager = await api.signIn('category_manager');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);
const [row] = await api.db.select().from(capture).where(eq(capture.id, captureId));
if (!row?.pinnedVersionId || !row.currentScoreId) throw new Error('no capture');
const [pinned] = await api.db
  .select()
  .from(planogramVersion)
  .where(eq(planogramVersion.id, row.pinnedVersionId));
if (!pinned) throw new Error('no version');
const { id: _id, ...copy } = pinned;
const [better] = await api.db
  .insert(planogramVersion)
  .values({ ...copy, label: 'v2' })
  .returning();
await api.db.insert(silentDrift).values({
  captureId,
  bayId: row.bayId,
  scoreId: row.currentScoreId,
  pinnedVersionId: pinned.id,
  betterVersionId: better?.id ?? '',
  pinnedScore: 0.25,
  betterScore: 0.75,
  discriminatingFacings: 12,
  reason: 'because',
});

const groups = `{ silentDriftGroups { key bay { aisle } pinned { label } better { label } count oldest newest
  meanPinnedScore meanBetterScore latestCapture { id state } } }`;

test('open silent drift is shown as groups and as items', async () => {
  const answer = await api.ask(groups, {}, manager);
  expect(answer.errors).toEqual([]);
  expect(answer.data?.silentDriftGroups).toMatchObject([
    {
      bay: { aisle: 'A1' },
      pinned: { label: 'v1' },
      better: { label: 'v2' },
      count: 1,
      meanPinnedScore: 0.25,
      meanBetterScore: 0.75,
      latestCapture: { state: 'SCORED' },
    },
  ]);
  const items = async (filter: string) =>
    (
      await api.ask(
        `{ silentDriftItems(filter: ${filter}) { totalCount edges { node { reason discriminatingFacings pinnedScore
          betterScore ending batch { id } capture { id } score { id } } } } }`,
        {},
        manager,
      )
    ).data?.silentDriftItems;
  expect(await items(`{ bayId: "${row.bayId}", open: true }`)).toMatchObject({
    totalCount: 1,
    edges: [{ node: { discriminatingFacings: 12, ending: null, batch: null } }],
  });
  expect(await items(`{ captureId: "${captureId}", open: false }`)).toMatchObject({ totalCount: 0 });
  expect(await items('{ bayId: "nonsense" }')).toMatchObject({ totalCount: 0 });
});

test('a person dismisses a group once, with a reason', async () => {
  const dismiss = async (reason: string) =>
    (
      await api.ask(
        `mutation ($input: SilentDriftDismissInput!) { silentDriftDismiss(input: $input) { dismissed userErrors { code } } }`,
        { input: { bayId: row.bayId, pinnedVersionId: pinned.id, betterVersionId: better?.id, reason } },
        manager,
      )
    ).data?.silentDriftDismiss;
  expect(await dismiss(' ')).toMatchObject({ dismissed: 0, userErrors: [{ code: 'FIELD_BLANK' }] });
  expect(await dismiss('a promotion')).toEqual({ dismissed: 1, userErrors: [] });
  expect(await dismiss('a promotion')).toMatchObject({ userErrors: [{ code: 'NOTHING_TO_DISMISS' }] });
  expect((await api.ask(groups, {}, manager)).data?.silentDriftGroups).toEqual([]);
});
