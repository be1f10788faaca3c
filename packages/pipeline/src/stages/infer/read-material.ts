import { type Database, productImage } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';
import type { InferInput } from '../stages/infer.ts';
import { passVersionGate } from './pass-version-gate.ts';
import { type LookedAt, readOffered } from './read-offered.ts';

/** Takes the capture through the version gate and reads what inference needs. Null when it has moved meanwhile. */
export async function loadInfer(db: Database, captureId: string): Promise<InferInput | null> {
  const decision = await passVersionGate(db, captureId);
  if (decision === null) return null;
  if ('drift' in decision) return { gate: 'drift', drift: decision.drift };
  const { pinnedVersionId: versionId, photoSha256, bayId, takenAt } = decision;
  const material = await readMaterial(db, { bayId, takenAt, versionId });
  return { gate: 'pinned', versionId, photoSha256, ...material };
}

/** What a tier is shown beside the photo: the planogram, and the hashes of its products' reference images. */
export async function readMaterial(db: Database, at: LookedAt) {
  const planogram = await readOffered(db, at);
  const references = await readReferences(
    db,
    planogram.products.map(({ id }) => id),
  );
  return { planogram, references };
}

async function readReferences(db: Database, productIds: string[]): Promise<Map<string, string[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await db
    .select({ productId: productImage.productId, sha256: productImage.sha256 })
    .from(productImage)
    .where(inArray(productImage.productId, productIds))
    .orderBy(asc(productImage.productId), asc(productImage.sha256));
  const groups = Map.groupBy(rows, (row) => row.productId);
  return new Map([...groups].map(([id, images]) => [id, images.map(({ sha256 }) => sha256)]));
}
