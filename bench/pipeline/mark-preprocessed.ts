import { capture } from '@gondola/db';
import { advance, savePreprocess } from '@gondola/pipeline/in-process';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { inArray } from 'drizzle-orm';

/** Moves captures to PREPROCESSED as if their photo had been decoded and accepted. */
export async function markPreprocessed(
  { database: { db }, queue: { queue } }: PrivateSystem,
  ids: string[],
): Promise<void> {
  const rows = await db
    .select({ id: capture.id, state: capture.state, revision: capture.revision })
    .from(capture)
    .where(inArray(capture.id, ids));
  const object = { sha256: '0'.repeat(64), byteLength: 1 };
  const photo = {
    original: object,
    display: object,
    thumbnail: object,
    mimeType: 'image/jpeg',
    widthPx: 1080,
    heightPx: 1350,
    sharpness: 500,
    meanGrey: 110,
    darkShare: 0,
    glareShare: 0,
  };
  const judged = {
    fresh: photo,
    flaws: [],
    hints: [],
    metadataFlaws: [],
    qualityRuleId: null,
    supersedesId: null,
  };
  for (const row of rows)
    await advance(db, queue, row, {
      to: 'PREPROCESSED',
      reason: 'PASS',
      facts: {},
      actor: 'bench',
      write: (tx, queue) => savePreprocess(tx, row.id, judged, queue),
    });
}
