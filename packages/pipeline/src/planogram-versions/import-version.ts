import { planogram, planogramPosition, planogramVersion, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Planogram } from '../planogram/model.ts';
import { readLastCatalog } from './read-last-catalog.ts';
import { upsertProducts } from './upsert-products.ts';

export interface VersionImport {
  planogram: Planogram;
  /** The code of the planogram to which this version belongs. */
  code: string;
  name: string;
  /** The value that devices send in `planogram_version`. */
  label: string;
  /** The namespace of the file's SKUs; null: that of the planogram's last version. */
  catalog: string | null;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
  sourceFormat: string;
  /** SHA-256 of the file, as hex digits. */
  sourceSha256: string;
  createdBy: string;
}

export type ImportedVersion =
  | { versionId: string; isNew: false }
  | { versionId: string; isNew: true; catalog: string; catalogBefore: string | null }
  | { problem: 'LABEL_TAKEN' };

/**
 * Stores a parsed planogram as a new immutable version, with its products. The same file with the same label is the
 * same version. Another file with that label is refused, because scores refer to the existing version.
 */
export async function importVersion(tx: Transaction, source: VersionImport): Promise<ImportedVersion> {
  const { label } = source;
  // One import of a label at a time, even for a label that does not exist yet.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('planogram-version'), hashtext(${label}))`);
  const [existing] = await tx.select().from(planogramVersion).where(eq(planogramVersion.label, label));
  if (existing?.sourceSha256 === source.sourceSha256) return { versionId: existing.id, isNew: false };
  if (existing) return { problem: 'LABEL_TAKEN' };
  const catalogBefore = await readLastCatalog(tx, source.code);
  const catalog = source.catalog ?? catalogBefore ?? 'default';
  const productIds = await upsertProducts(tx, catalog, source);
  const versionId = v7();
  const { widthMm, heightMm, shelves, positions } = source.planogram;
  await tx.insert(planogramVersion).values({
    id: versionId,
    planogramId: await resolvePlanogram(tx, source.code, source.name),
    label,
    widthMm,
    heightMm,
    shelves,
    effectiveFrom: source.effectiveFrom,
    effectiveTo: source.effectiveTo,
    sourceFormat: source.sourceFormat,
    sourceSha256: source.sourceSha256,
    createdBy: source.createdBy,
  });
  await tx.insert(planogramPosition).values(
    positions.map(({ id, productId, facings, ...place }) => ({
      ...place,
      versionId,
      positionId: id,
      productId: entryOf(productIds, productId),
      facingsHorizontal: facings.horizontal,
      facingsVertical: facings.vertical,
      facingsDepth: facings.depth,
    })),
  );
  return { versionId, isNew: true, catalog, catalogBefore };
}

async function resolvePlanogram(tx: Transaction, code: string, name: string): Promise<string> {
  await tx.insert(planogram).values({ code, name }).onConflictDoNothing();
  const [row] = await tx.select({ id: planogram.id }).from(planogram).where(eq(planogram.code, code));
  if (!row) throw new Error(`invariant: planogram ${code} was not written`);
  return row.id;
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no entry for ${String(key)}`);
  return value;
}
