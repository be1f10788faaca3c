import { type ActivationScope, type Database, planogramVersion, store, storeGroup } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { findIdsByCode } from '../../stores/find-ids-by-code.ts';

/** An activation by the names that a person gave. */
export interface NamedActivation {
  label: string;
  aisle: string;
  storeCodes: readonly string[];
  groupCodes: readonly string[];
}

export interface ResolvedActivation {
  versionId: string;
  scope: ActivationScope;
}

/** A name that does not exist. */
export type UnknownName =
  | { problem: 'VERSION_UNKNOWN'; label: string }
  | { problem: 'STORE_UNKNOWN'; codes: string[] }
  | { problem: 'GROUP_UNKNOWN'; codes: string[] };

/** Resolves the names that a person gave to the version and the bays, or returns every unknown name. */
export async function resolveActivation(
  db: Database,
  { label, aisle, storeCodes, groupCodes }: NamedActivation,
): Promise<ResolvedActivation | { unknown: UnknownName[] }> {
  const [version] = await db
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, label));
  const stores = await findIdsByCode(db, store, storeCodes);
  const groups = await findIdsByCode(db, storeGroup, groupCodes);
  const unknown: UnknownName[] = [];
  if (!version) unknown.push({ problem: 'VERSION_UNKNOWN', label });
  if (stores.unknown.length > 0) unknown.push({ problem: 'STORE_UNKNOWN', codes: stores.unknown });
  if (groups.unknown.length > 0) unknown.push({ problem: 'GROUP_UNKNOWN', codes: groups.unknown });
  if (!version || unknown.length > 0) return { unknown };
  return { versionId: version.id, scope: { aisle, storeIds: stores.ids, groupIds: groups.ids } };
}
