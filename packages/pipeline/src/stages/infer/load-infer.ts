import type { Database } from '@gondola/db';
import type { VersionClaim } from './claim-version.ts';
import type { InferInput } from './infer.ts';
import { readMaterial } from './read-material.ts';
import { readOtherBays } from './read-other-bays.ts';

/** Reads the input of inference for a pinned capture; a capture that waits needs none. */
export async function loadInfer(db: Database, _captureId: string, claim: VersionClaim): Promise<InferInput> {
  if ('drift' in claim) return { gate: 'drift', drift: claim.drift };
  const { pinnedVersionId: versionId, photoSha256, bayId, takenAt } = claim;
  const at = { bayId, takenAt, versionId };
  const material = await readMaterial(db, at);
  return { gate: 'pinned', versionId, photoSha256, ...material, readOtherBays: () => readOtherBays(db, at) };
}
