import { capture, score, type Transaction } from '@gondola/db';
import { and, inArray, sql } from 'drizzle-orm';
import { endSilentDrift } from '../drift/silent/end-silent-drift.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import type { CaptureColumns } from '../stage.ts';
import { finishItems, type ItemEnding } from './finish-items.ts';
import type { BatchRow } from './start-batch.ts';

export interface ScoreChange {
  captureId: string;
  fromScoreId: string;
  toScoreId: string;
}

/**
 * Replaces the current score of each capture, and ends the items accordingly. A capture whose current score has changed
 * since (by an overrule or another batch) stays unchanged.
 */
export async function setCurrentScore(
  tx: Transaction,
  queue: CaptureQueue,
  batch: Pick<BatchRow, 'id' | 'createdBy' | 'versionChoice'>,
  changes: readonly ScoreChange[],
  { reason, state }: { reason: string; state: 'PUBLISHED' | 'ROLLED_BACK' } = {
    reason: 'RESCORED',
    state: 'PUBLISHED',
  },
): Promise<void> {
  if (changes.length === 0) return;
  const expectedStates = await lockCaptures(tx, changes);
  const columns = await readColumns(tx, changes);
  const endings: ItemEnding[] = [];
  for (const { captureId, fromScoreId, toScoreId } of changes) {
    const expected = expectedStates.get(captureId);
    const moved =
      expected?.state === 'SCORED' &&
      expected.currentScoreId === fromScoreId &&
      (await advanceWithin(tx, queue, expected, {
        to: 'SCORED',
        reason,
        facts: { batchId: batch.id, scoreBefore: fromScoreId, scoreAfter: toScoreId },
        actor: `batch:${batch.id}`,
        write: async () => columns.get(toScoreId) ?? {},
      }));
    endings.push(moved ? { captureId, state } : { captureId, state: 'OUTDATED', ...outdated });
  }
  await finishItems(tx, batch.id, endings);
  // A score against a chosen version settles the suspicion that the shelf follows another one.
  if (batch.versionChoice !== 'GIVEN' || state !== 'PUBLISHED') return;
  const published = endings
    .filter((ending) => ending.state === 'PUBLISHED')
    .map(({ captureId }) => captureId);
  await endSilentDrift(tx, published, {
    ending: 'SCORED_AGAINST_OTHER',
    by: batch.createdBy,
    batchId: batch.id,
  });
}

const outdated = {
  failure: 'OUTDATED',
  message: 'Another score of this capture became the current one meanwhile; it stays.',
};

async function lockCaptures(tx: Transaction, changes: readonly ScoreChange[]) {
  const rows = await tx
    .select({
      id: capture.id,
      state: capture.state,
      revision: capture.revision,
      currentScoreId: capture.currentScoreId,
    })
    .from(capture)
    .where(
      inArray(
        capture.id,
        changes.map(({ captureId }) => captureId),
      ),
    )
    .orderBy(capture.id)
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The columns that a capture copies from its current score, by score id. */
async function readColumns(
  tx: Transaction,
  changes: readonly ScoreChange[],
): Promise<Map<string, CaptureColumns>> {
  const rows = await tx
    .select({
      id: score.id,
      score: score.score,
      coverage: score.coverage,
      tier: score.tier,
      versionId: score.versionId,
      mappedFromVersionId: score.mappedFromVersionId,
      detectionSetId: score.detectionSetId,
    })
    .from(score)
    .where(
      and(
        inArray(
          score.id,
          changes.map(({ toScoreId }) => toScoreId),
        ),
        inArray(
          score.captureId,
          changes.map(({ captureId }) => captureId),
        ),
      ),
    );
  return new Map(
    rows.map(({ id, versionId, ...row }) => [
      id,
      { ...row, currentScoreId: id, pinnedVersionId: versionId, scoredAt: sql`now()` as unknown as Date },
    ]),
  );
}
