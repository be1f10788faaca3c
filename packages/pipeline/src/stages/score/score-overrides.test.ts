import { capture, verdictOverrule, versionMapping, waiver } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlanogram } from '../../planogram-versions/read-planogram.ts';
import { loadScoreInputs } from './load-score.ts';
import { readScoreRows } from './read-score-rows.ts';
import { judge } from './score.ts';
import type { ScoreTarget } from './score-target.ts';

const { db, url, pool } = await createTestDatabase('score_rulings');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const versions = await importEditions(db, world.device);
const { firstId, secondId, bayId } = versions;
// The n-th shelf lacks n mod 7 products, at positions 0001, 0010, 0019, ...
const ids = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 14 });
const first = await readPlanogram(db, firstId);
const productOf = (positionId: string) =>
  first.positions.find(({ id }) => id === positionId)?.productId ?? '';

let planogramId = '';
beforeAll(async () => {
  const { rows } = await pool.query('select id from planogram');
  planogramId = rows[0]?.id;
});

async function targetOf(captureId: string, changes: Partial<ScoreTarget> = {}): Promise<ScoreTarget> {
  const [row] = await db.select().from(capture).where(eq(capture.id, captureId));
  const detectionSetId = row?.detectionSetId ?? '';
  return { captureId, detectionSetId, versionId: firstId, mappedFromVersionId: null, ...changes };
}

async function complianceOf(captureId: string, changes: Partial<ScoreTarget> = {}) {
  const input = (await loadScoreInputs(db, [await targetOf(captureId, changes)])).get(captureId);
  if (!input) throw new Error('no input');
  return judge(input).compliance;
}

const findingOf = async (captureId: string, positionId: string, changes: Partial<ScoreTarget> = {}) =>
  (await complianceOf(captureId, changes)).findings.find((finding) => finding.positionId === positionId);

const waive = async (positionId: string, changes: Partial<typeof waiver.$inferInsert> = {}) => {
  const [row] = await db
    .insert(waiver)
    .values({
      bayId,
      planogramId,
      positionId,
      productId: productOf(positionId),
      reason: 'a pillar',
      author: 'manager',
      expiresAt: new Date('2027-06-01T00:00:00Z'),
      ...changes,
    })
    .returning();
  return row?.id ?? '';
};

test('a valid waiver removes its position from score and coverage; an invalid one changes nothing', async () => {
  const captureId = ids[1] as string;
  const plain = await complianceOf(captureId);
  expect(plain.findings.find(({ verdict }) => verdict === 'MISSING')?.positionId).toBe('0001');
  expect(plain.score).toBeLessThan(1);
  await waive('0001', { expiresAt: new Date('2026-11-01T00:00:00Z') });
  await waive('0001', { revokedAt: new Date(), revokedBy: 'manager' });
  await waive('0001', { productId: productOf('0002') });
  expect(await complianceOf(captureId)).toEqual(plain);
  const waiverId = await waive('0001');
  const waived = await complianceOf(captureId);
  expect(waived).toMatchObject({ score: 1, coverage: 1 });
  expect(waived.findings[0]).toMatchObject({
    verdict: 'WAIVED',
    waiverId,
    credit: null,
    reason: 'Waived until 2027-06-01 by manager: a pillar',
  });
});

test('of several overrules of a position the newest applies, to its version only, until it is withdrawn', async () => {
  const captureId = ids[2] as string;
  const [row] = await db.select().from(capture).where(eq(capture.id, captureId));
  const of = { captureId, scoreId: row?.currentScoreId ?? '', positionId: '0010', ordinal: 9, author: 'ann' };
  expect(await findingOf(captureId, '0010')).toMatchObject({ verdict: 'MISSING', credit: 0 });
  await db.insert(verdictOverrule).values({ ...of, verdict: 'UNKNOWN_PRODUCT', reason: 'a box' });
  const [newest] = await db
    .insert(verdictOverrule)
    .values({ ...of, verdict: 'MATCH', seenProductId: productOf('0010'), reason: 'behind the tag' })
    .returning();
  const overruled = await findingOf(captureId, '0010');
  expect(overruled).toMatchObject({ verdict: 'MATCH', credit: 1, overruleId: newest?.id });
  const other = await findingOf(captureId, '0010', { versionId: secondId });
  expect(other?.overruleId).toBeUndefined();
  await db.insert(verdictOverrule).values({ ...of, verdict: null, reason: 'wrong photo' });
  expect(await findingOf(captureId, '0010')).toMatchObject({ verdict: 'MISSING', credit: 0 });
});

test('a product in its grace period counts as its successor; after its end or a revocation it does not', async () => {
  const captureId = ids[0] as string;
  // In the second edition 0003 and 0004 have changed their products: the shelf looks wrong there.
  const [old, successor] = [productOf('0003'), productOf('0004')];
  const before = await findingOf(captureId, '0003', { versionId: secondId });
  expect(before?.verdict).not.toBe('MATCH');
  const alias = {
    fromVersionId: firstId,
    toVersionId: secondId,
    kind: 'ALIAS' as const,
    fromProductId: old,
    toProductId: successor,
    createdBy: 'test',
  };
  await db.insert(versionMapping).values([
    { ...alias, graceUntil: new Date('2026-11-01T00:00:00Z') },
    { ...alias, graceUntil: new Date('2027-01-01T00:00:00Z'), revokedAt: new Date() },
  ]);
  expect(await findingOf(captureId, '0003', { versionId: secondId })).toEqual(before);
  await db.insert(versionMapping).values({ ...alias, graceUntil: new Date('2027-01-01T00:00:00Z') });
  expect(await findingOf(captureId, '0003', { versionId: secondId })).toMatchObject({ verdict: 'MATCH' });
});

test('mapped positions are assessed by the earlier layout and reported as positions of the later one', async () => {
  const captureId = ids[1] as string;
  await db.insert(versionMapping).values(
    first.positions.map(({ id, productId }) => ({
      fromVersionId: firstId,
      toVersionId: secondId,
      kind: 'SAME' as const,
      fromPositionId: id,
      toPositionId: id,
      fromProductId: productId,
      toProductId: productId,
      createdBy: 'test',
    })),
  );
  const mapped = await complianceOf(captureId, { versionId: secondId, mappedFromVersionId: firstId });
  const byVerdict = Map.groupBy(mapped.findings, ({ verdict }) => verdict);
  expect(byVerdict.get('MATCH')).toHaveLength(59);
  // The waiver of 0001 applies to every version of the planogram that plans the same product there.
  expect(byVerdict.get('WAIVED')?.map(({ positionId }) => positionId)).toEqual(['0001']);
});

test('a batch reads its inputs with as many statements as one capture', async () => {
  const targets = await Promise.all(ids.map((id) => targetOf(id)));
  await loadScoreInputs(db, targets.slice(0, 1));
  let statements = 0;
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  Object.assign(pool, {
    query: (...args: unknown[]) => {
      statements += 1;
      return query(...args);
    },
  });
  try {
    expect((await loadScoreInputs(db, targets)).size).toBe(14);
  } finally {
    Object.assign(pool, { query });
  }
  expect(statements).toBe(1);
});

test('detections of another capture are not read', async () => {
  const { detectionSetId } = await targetOf(ids[3] as string);
  const target = await targetOf(ids[4] as string, { detectionSetId });
  expect(await loadScoreInputs(db, [target])).toEqual(new Map());
});

test('waivers and aliases use the corrected time of a capture whose device says 1970', async () => {
  const captureId = ids[2] as string;
  const stampOf1970 = { takenAt: new Date('1970-01-01T00:02:00Z') };
  const corrected = {
    ...stampOf1970,
    timeSource: 'RECEIPT' as const,
    correctedTakenAt: new Date('2026-11-20T09:00:00Z'),
  };
  await waive('0002', { expiresAt: new Date('2026-11-01T00:00:00Z') });
  await db.insert(versionMapping).values({
    fromVersionId: firstId,
    toVersionId: secondId,
    kind: 'ALIAS',
    fromProductId: productOf('0005'),
    toProductId: productOf('0006'),
    graceUntil: new Date('2026-11-01T00:00:00Z'),
    createdBy: 'manager',
    revokedAt: null,
  });
  const overridesAt = async (stamp: Partial<typeof capture.$inferInsert>) => {
    await db.update(capture).set(stamp).where(eq(capture.id, captureId));
    const targets = [await targetOf(captureId), await targetOf(captureId, { versionId: secondId })];
    const [before, after] = await Promise.all(
      targets.map(async (target) => (await readScoreRows(db, [target]))[0]),
    );
    const waived = before?.waivers?.some(({ positionId }) => positionId === '0002') ?? false;
    const aliased = after?.aliases?.some(({ fromProductId }) => fromProductId === productOf('0005')) ?? false;
    return { waived, aliased };
  };
  expect(await overridesAt(stampOf1970)).toEqual({ waived: true, aliased: true });
  expect(await overridesAt(corrected)).toEqual({ waived: false, aliased: false });
});
