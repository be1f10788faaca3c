import { capture, score, type Transaction } from '@gondola/db';
import { and, inArray, sql } from 'drizzle-orm';
import { endSilentDrift } from '../drift/silent/end-silent-drift.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import type { CaptureColumns } from '../stage.ts';
import { endItems, type ItemEnding } from './end-items.ts';
import type { BatchRow } from './start-batch.ts';

export interface ScoreChange {
  captureId: string;
  fromScoreId: string;
  toScoreId: string;
}

/**
 * Makes one score of each capture the current one instead of another, and ends the items so. A capture whose current
 * score is not the expected one any more (a person overruled a verdict, another batch was first) is left as it is.
 */
export async function makeCurrent(
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
  const standings = await lockCaptures(tx, changes);
  const columns = await readColumns(tx, changes);
  const endings: ItemEnding[] = [];
  for (const { captureId, fromScoreId, toScoreId } of changes) {
    const standing = standings.get(captureId);
    const moved =
      standing?.state === 'SCORED' &&
      standing.currentScoreId === fromScoreId &&
      (await advanceWithin(tx, queue, standing, {
        to: 'SCORED',
        reason,
        facts: { batchId: batch.id, scoreBefore: fromScoreId, scoreAfter: toScoreId },
        actor: `batch:${batch.id}`,
        write: async () => columns.get(toScoreId) ?? {},
      }));
    endings.push(moved ? { captureId, state } : { captureId, state: 'OUTDATED', ...outdated });
  }
  await endItems(tx, batch.id, endings);
  // Whoever scores against a version of their own choice has settled the suspicion that it should be another.
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

/** What the capture says of its current score, by score id. */
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
