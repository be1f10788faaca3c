import { type Database, product } from '@gondola/db';
import type { MatchedPosition } from '@gondola/pipeline/planogram';
import { inArray } from 'drizzle-orm';
import { readPhotos } from '../captures/photo-rows.ts';
import { matchPosition } from './match-position.ts';
import { readFacingBoxes } from './read-evidence.ts';
import { readVerdicts } from './score-loaders.ts';

/**
 * Reads the findings of a score for each position, in planogram order, in pixels of the capture's photo. Unplanned
 * products are left out. Returns null when the photo was never measured.
 */
export async function readAzureMatch(
  db: Database,
  { scoreId, captureId }: { scoreId: string; captureId: string },
): Promise<MatchedPosition[] | null> {
  const [photo] = await readPhotos(db, [captureId]);
  const { widthPx = null, heightPx = null } = photo ?? {};
  if (widthPx === null || heightPx === null) return null;
  const verdicts = await readVerdicts(db, [scoreId]);
  const productIds = verdicts
    .flatMap(({ expectedProductId, seenProductId }) => [expectedProductId, seenProductId])
    .filter((id) => id !== null);
  const products = await db
    .select({ id: product.id, name: product.name })
    .from(product)
    .where(inArray(product.id, [...new Set(productIds)]));
  const names = new Map(products.map(({ id, name }) => [id, name]));
  return verdicts.flatMap(({ positionId, evidence, ...row }) => {
    if (positionId === null) return [];
    const finding = { ...row, positionId, facingBoxes: readFacingBoxes(evidence) };
    return [matchPosition(finding, { widthPx, heightPx }, (id) => names.get(id))];
  });
}
