import { createHash } from 'node:crypto';
import type { Database, MasterDataKind } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import type { ImportReport } from './run/import-report.ts';
import { type FileProblem, openFile } from './run/open-file.ts';
import { closeImport, openImport } from './run/record-import.ts';
import { workRows } from './run/work-rows.ts';

export interface MasterDataFile {
  kind: MasterDataKind;
  content: string | Uint8Array;
  fileName: string | null;
}

export interface FileReport extends ImportReport {
  /** Names of columns that are not used. */
  unusedColumns: string[];
}

/** Returns what the import of a file would do. Nothing is written. */
export async function previewMasterData(
  db: Database,
  { kind, content }: MasterDataFile,
): Promise<FileReport | FileProblem> {
  const file = await openFile(kind, content);
  if ('problem' in file) return file;
  const report = await workRows(db, { kind, rows: file.rows, write: null });
  return { ...report, unusedColumns: file.unusedColumns };
}

/**
 * Imports a file of master data. Each chunk of rows is one transaction; rows in error are left out and reported. The same
 * file again changes nothing, and what a file does not name stays.
 */
export async function importMasterData(
  db: Database,
  actor: Actor,
  { kind, content, fileName }: MasterDataFile,
): Promise<(FileReport & { importId: string }) | FileProblem> {
  const file = await openFile(kind, content);
  if ('problem' in file) return file;
  const sourceSha256 = createHash('sha256').update(content).digest('hex');
  const importId = await openImport(db, actor, { kind, source: 'FILE', fileName, sourceSha256 });
  const report = await workRows(db, { kind, rows: file.rows, write: { actor, importId } });
  await closeImport(db, importId, report);
  return { ...report, importId, unusedColumns: file.unusedColumns };
}
