import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import type { MasterDataErrorCode, MasterDataKind, MasterDataSource } from './vocabulary.ts';

/** A row that was left out, and why. */
export interface MasterDataErrorRow {
  /** Line of the file, from 1; of rows handed in by the API, the number of the row from 1. */
  line: number;
  code: MasterDataErrorCode;
  /** The column, by the name that the documentation gives it. */
  column: string;
  /** The beginning of the cell. */
  value: string;
}

/** The report of one import of master data. The rows themselves are in the tables of their kind. */
export const masterDataImport = pgTable(
  'master_data_import',
  {
    id: id(),
    kind: text('kind').$type<MasterDataKind>().notNull(),
    source: text('source').$type<MasterDataSource>().notNull(),
    fileName: text('file_name'),
    /** SHA-256 of the file in hex; null for rows handed in by the API. */
    sourceSha256: text('source_sha256'),
    rows: integer('rows').notNull().default(0),
    created: integer('created').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    /** Counts all rows in error; `errors` has the first ones. */
    failed: integer('failed').notNull().default(0),
    errors: jsonb('errors').$type<MasterDataErrorRow[]>().notNull().default([]),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    /** Null while rows are written, and for ever after a crash: the rows written by then stay. */
    endedAt: instant('ended_at'),
  },
  (t) => [index('master_data_import_created').on(t.createdAt, t.id)],
);
