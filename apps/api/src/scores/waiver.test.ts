import { capture, planogramAssignment } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('waivers');
const manager = await api.signIn('category_manager');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);
const [row] = await api.db.select().from(capture).where(eq(capture.id, captureId));
if (!row?.pinnedVersionId) throw new Error('no capture');
const { bayId, pinnedVersionId: versionId } = row;

const create = `mutation ($input: WaiverCreateInput!) { waiverCreate(input: $input) { capturesAffected
  waiver { id positionId author expiresAt product { sku } bay { aisle } } userErrors { code field } } }`;
interface Answer {
  waiver: { id: string } | null;
  capturesAffected: number;
  userErrors: { code: string }[];
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const waive = async (changes: object = {}) => {
  const input = { bayId, positionId: 'p1', expiresAt: inDays(30), reason: 'a pillar', ...changes };
  return partOf<Answer>(await api.ask(create, { input }, manager), 'waiverCreate');
};
const open = async (filter: string) =>
  partOf<{ totalCount: number }>(
    await api.ask(`{ waivers(${filter}) { totalCount } }`, {}, manager),
    'waivers',
  ).totalCount;

test('without a version that the bay follows, the version must be named', async () => {
  expect((await waive()).userErrors).toMatchObject([{ code: 'VERSION_UNKNOWN' }]);
  expect((await waive({ planogramVersion: 'none' })).userErrors).toMatchObject([{ code: 'VERSION_UNKNOWN' }]);
  await api.db.insert(planogramAssignment).values({ bayId, versionId });
});

test('a waiver names its bay and how many captures a batch would score differently', async () => {
  const { waiver, capturesAffected, userErrors } = await waive();
  expect(userErrors).toEqual([]);
  expect(capturesAffected).toBe(1);
  expect(waiver).toMatchObject({ positionId: 'p1', product: { sku: '1' }, bay: { aisle: 'A1' } });
  const [same] = await api.db.select().from(capture).where(eq(capture.id, captureId));
  expect(same?.currentScoreId).toBe(row.currentScoreId);
  expect(await open(`bayId: "${bayId}", open: true`)).toBe(1);
  expect(await open('storeCode: "0421"')).toBe(1);
  expect(await open('storeCode: "0500"')).toBe(0);

  const revoke = `mutation { waiverRevoke(input: { id: "${waiver?.id}" }) { waiver { revokedBy } capturesAffected } }`;
  const revoked = async () => (await api.ask(revoke, {}, manager)).data?.waiverRevoke;
  const by = { revokedBy: 'manager@demo.gondola.local' };
  expect(await revoked()).toEqual({ waiver: by, capturesAffected: 1 });
  expect(await revoked()).toEqual({ waiver: by, capturesAffected: 0 });
  expect(await open('open: true')).toBe(0);
  expect(await open('open: false')).toBe(1);
});

test('an end in the past or too far away, and a position that is not planned, are refused', async () => {
  const codes = async (changes: object) => (await waive(changes)).userErrors.map(({ code }) => code);
  expect(await codes({ expiresAt: inDays(-1) })).toEqual(['EXPIRY_NOT_POSSIBLE']);
  expect(await codes({ expiresAt: inDays(800) })).toEqual(['EXPIRY_NOT_POSSIBLE']);
  expect(await codes({ positionId: 'p9' })).toEqual(['POSITION_UNKNOWN']);
  expect(await codes({ reason: '' })).toEqual(['FIELD_BLANK']);
});
