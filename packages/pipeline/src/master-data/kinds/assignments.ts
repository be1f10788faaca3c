import type { MasterDataErrorRow, Transaction } from '@gondola/db';
import {
  type AskedTime,
  type AssignmentPlan,
  planAssignments,
  readAssignmentFacts,
  saveAssignments,
} from '../../planogram-versions/assignments/index.ts';
import type { PlannedRow } from '../plan/plan-rows.ts';
import { hasOffset, readAisle, readTime, textOf } from '../tables/cell-readers.ts';
import type { ReadRow } from '../tables/column.ts';
import { rowError } from '../tables/read-row.ts';
import type { MasterKind } from './master-kind.ts';

/** Which version a bay follows from when. A row never ends or removes what another row or person decided later. */
export const assignments: MasterKind = {
  columns: [
    { field: 'store', names: ['store', 'store_code', 'store_id'], read: textOf(64) },
    { field: 'aisle', names: ['aisle', 'aisle_code', 'bay', 'coordinate'], read: readAisle },
    { field: 'version', names: ['version', 'planogram_version', 'label'], read: textOf(128) },
    { field: 'from', names: ['from', 'valid_from', 'effective_from', 'start'], read: readTime },
  ],
  key: ['store', 'aisle', 'version', 'from'],
  keyDefaults: { from: '' },
  async plan(tx: Transaction, rows) {
    const facts = await readAssignmentFacts(
      tx,
      rows.map(({ line, values }) => ({
        line,
        storeCode: String(values.store),
        aisle: String(values.aisle),
        label: String(values.version),
        from: timeOf(values.from ?? null),
      })),
    );
    const plans = new Map(planAssignments(facts).map((plan) => [plan.line, plan]));
    return rows.map((row) => plannedOf(row, plans.get(row.line)));
  },
  async save(tx, rows, actor) {
    await saveAssignments(
      tx,
      rows.flatMap(({ assignment }) => assignment ?? []),
      actor.name,
    );
  },
};

function plannedOf(
  { line, values }: ReadRow,
  plan: AssignmentPlan | undefined,
): PlannedRow | MasterDataErrorRow {
  if (plan === undefined) throw new Error(`invariant: no facts of line ${line}`);
  if ('problem' in plan) {
    const field = plan.problem === 'STORE_UNKNOWN' ? 'store' : 'version';
    return rowError(line, plan.problem, field, values[field] ?? null);
  }
  const { assignment, activeLabel } = plan;
  if (assignment === null) return { line, outcome: 'UNCHANGED', values, changes: [] };
  const changes = [{ field: 'version', from: activeLabel, to: String(values.version) }];
  return { line, outcome: activeLabel === null ? 'CREATED' : 'CHANGED', values, changes, assignment };
}

function timeOf(cell: string | number | null): AskedTime | null {
  if (cell === null || cell === '') return null;
  const time = String(cell);
  return hasOffset(time) ? { instant: time } : { local: time };
}
