import type { MasterDataErrorRow, Transaction } from '@gondola/db';
import type { SQL } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { type PlannedRow, planRows, type RowFacts } from '../plan/plan-rows.ts';
import type { Column, ReadRow, Values } from '../tables/column.ts';

/** One kind of master data: its table, how rows are compared with the database, and how they are written. */
export interface MasterKind {
  columns: readonly Column[];
  /** Fields that identify a row, in order. Every file has their columns. */
  key: readonly string[];
  /** Fields of the key that may be empty, and then mean this. */
  keyDefaults?: Readonly<Record<string, string>>;
  plan(tx: Transaction, rows: readonly ReadRow[]): Promise<(PlannedRow | MasterDataErrorRow)[]>;
  /** Writes rows that are new or changed, in a fixed number of statements. */
  save(tx: Transaction, rows: readonly PlannedRow[], actor: Actor): Promise<void>;
}

/** The parts of a kind whose rows stand in one table. */
export interface PlainKind extends Omit<MasterKind, 'plan'> {
  neededForNew?: readonly string[];
  defaults?: (values: Values) => Values;
  /** Selects `line`, `exists`, `problem`, `problemField` and the present values of each row. */
  facts: (rows: readonly ReadRow[]) => SQL;
}

/** Returns a kind whose rows are compared field by field. */
export const plainKind = ({
  facts,
  neededForNew = [],
  defaults = noDefaults,
  ...kind
}: PlainKind): MasterKind => ({
  ...kind,
  async plan(tx, rows) {
    const { rows: found } = await tx.execute<FactRow>(facts(rows));
    return planRows(rows, found.map(factsOf), { neededForNew, defaults });
  },
});

interface FactRow extends Record<string, unknown> {
  line: number;
  exists: boolean;
  problem: MasterDataErrorRow['code'] | null;
  problemField: string;
}

const noDefaults = (): Values => ({});

const factsOf = ({ line, exists, problem, problemField, ...present }: FactRow): RowFacts => ({
  line,
  exists,
  problem: problem === null ? null : { code: problem, field: problemField },
  present: present as Values,
});
