import { type Database, type MasterDataKind, type MasterDataSource, masterDataImport } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import type { ImportReport } from './import-report.ts';

export interface ImportOrigin {
  kind: MasterDataKind;
  source: MasterDataSource;
  fileName: string | null;
  sourceSha256: string | null;
}

/** Opens the report of an import, so that what a crash leaves is on record. Returns its id. */
export async function openImport(db: Database, actor: Actor, origin: ImportOrigin): Promise<string> {
  const [row] = await db
    .insert(masterDataImport)
    .values({ ...origin, createdBy: actor.name })
    .returning({ id: masterDataImport.id });
  if (!row) throw new Error('invariant: the import was not recorded');
  return row.id;
}

/** Completes the report of an import. */
export async function closeImport(
  db: Database,
  id: string,
  { differences: _, ...counts }: ImportReport,
): Promise<void> {
  await db
    .update(masterDataImport)
    .set({ ...counts, endedAt: sql`clock_timestamp()` })
    .where(eq(masterDataImport.id, id));
}
