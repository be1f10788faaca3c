import { positionVerdict, scoreFindings } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { insertScores } from './insert-scores.ts';
import { loadScoreInputs } from './load-score.ts';
import { judge } from './score.ts';

const { db, url } = await createTestDatabase('insert_findings');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const { firstId, bayId } = await importEditions(db, world.device);
const [captureId = ''] = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 1 });

/** Scores the capture again and writes its findings, the first of them without a box. */
async function scoredAgain() {
  const { detectionSetId } =
    (await db.query.capture.findFirst({ where: (t) => eq(t.id, captureId) })) ?? expect.fail('no capture');
  const target = {
    captureId,
    detectionSetId: detectionSetId ?? '',
    versionId: firstId,
    mappedFromVersionId: null,
  };
  const result = judge((await loadScoreInputs(db, [target])).get(captureId) ?? expect.fail('no input'));
  Object.assign(result.compliance.findings[0] ?? {}, { box: null });
  const [scoreId = ''] = await db.transaction((tx) =>
    insertScores(tx, [{ captureId, result, origin: 'RESCORE' }]),
  );
  return { scoreId, findings: result.compliance.findings };
}

test('findings are read back as rows, in order and without loss', async () => {
  const { scoreId, findings } = await scoredAgain();
  const rows = await db
    .select()
    .from(positionVerdict)
    .where(eq(positionVerdict.scoreId, scoreId))
    .orderBy(asc(positionVerdict.ordinal));
  expect(rows).toEqual(
    findings.map((finding, ordinal) => ({
      ...finding,
      // JSON does not distinguish absent from undefined members.
      evidence: JSON.parse(JSON.stringify(finding.evidence)),
      id: `${scoreId}:${ordinal}`,
      scoreId,
      ordinal,
      overruleId: null,
      waiverId: null,
    })),
  );
  expect(rows.map(({ box }) => box === null)).toContain(true);
});

test('verdicts are counted, and an unknown verdict is rejected', async () => {
  const { scoreId, findings } = await scoredAgain();
  const [row] = await db.select().from(scoreFindings).where(eq(scoreFindings.scoreId, scoreId));
  const counts = Map.groupBy(findings, ({ verdict }) => verdict);
  expect(row?.verdictCounts).toEqual(
    Object.fromEntries([...counts].map(([verdict, all]) => [verdict, all.length])),
  );
  await expect(
    db.insert(scoreFindings).values({ scoreId, verdictCounts: { GONE: 1 } as object, findings: [] }),
  ).rejects.toMatchObject({ cause: { constraint: 'score_findings_verdicts' } });
});
