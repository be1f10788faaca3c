import type { Database } from '@gondola/db';
import type { AskedActivation } from './activate-planogram-version.ts';
import { type ActivationPreview, previewActivation } from './activation/preview-activation.ts';
import { resolveActivation, type UnknownName } from './activation/resolve-activation.ts';

/** Returns what `activatePlanogramVersion` would do with the same request. Changes nothing. */
export async function previewPlanogramVersionActivation(
  db: Database,
  asked: AskedActivation,
  limit: number,
): Promise<(ActivationPreview & { versionId: string }) | { unknown: UnknownName[] }> {
  const resolved = await resolveActivation(db, asked);
  if ('unknown' in resolved) return resolved;
  const preview = await previewActivation(db, { ...resolved, at: asked.at, limit });
  return { ...preview, versionId: resolved.versionId };
}
