import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { lockBays } from '../activation/lock-bays.ts';
import { replaceAssignments } from '../activation/replace-assignments.ts';
import type { NewBayAssignment } from './plan-assignments.ts';

interface ActivationDraft {
  id: string;
  versionId: string;
  dueMs: number | null;
  isDue: boolean;
  bayIds: string[];
}

/**
 * Writes assignments of many versions and bays in a fixed number of statements. Those that are due apply at once; workers
 * carry out the others. Each version and instant gets one planned activation. Returns their ids.
 */
export async function saveAssignments(
  tx: Transaction,
  assignments: readonly NewBayAssignment[],
  actor: string,
): Promise<string[]> {
  if (assignments.length === 0) return [];
  const bays = await lockBays(tx, assignments);
  const idOf = new Map(bays.map(({ id, storeId, aisle }) => [`${storeId} ${aisle}`, id]));
  const drafts = new Map<string, ActivationDraft>();
  for (const { storeId, aisle, versionId, dueMs, isDue } of assignments) {
    const bayId = idOf.get(`${storeId} ${aisle}`);
    if (bayId === undefined) throw new Error(`invariant: bay ${aisle} was not written`);
    const key = `${versionId} ${dueMs}`;
    const draft = drafts.get(key) ?? { id: v7(), versionId, dueMs, isDue, bayIds: [] };
    draft.bayIds.push(bayId);
    drafts.set(key, draft);
  }
  await insertActivations(tx, [...drafts.values()], actor);
  const due = [...drafts.values()].filter(({ isDue }) => isDue);
  const opening = due.flatMap(({ id, versionId, bayIds }) =>
    bayIds.map((bayId) => ({ bayId, versionId, activationId: id })),
  );
  const closing = await lockOpen(
    tx,
    opening.map(({ bayId }) => bayId),
  );
  await replaceAssignments(tx, { closing, opening, actor });
  return [...drafts.values()].map(({ id }) => id);
}

async function lockOpen(tx: Transaction, bayIds: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from planogram_assignment
    where bay_id = any (${sql.param(bayIds)}::uuid[]) and deactivated_at is null order by bay_id for update`);
  return rows.map(({ id }) => id);
}

async function insertActivations(tx: Transaction, drafts: ActivationDraft[], actor: string): Promise<void> {
  const values = drafts.map(({ bayIds, dueMs, ...draft }) => ({
    ...draft,
    dueAt: dueMs === null ? null : new Date(dueMs).toISOString(),
    scope: { aisle: '', storeIds: [], groupIds: [], bayIds },
    outcome: draft.isDue
      ? { bays: bayIds.length, activated: bayIds.length, unchanged: 0, overtaken: 0 }
      : null,
  }));
  await tx.execute(sql`
    insert into planned_activation (id, version_id, scope, due_at, state, created_by, ended_at, ended_by, outcome)
    select r.id, r."versionId", r.scope, coalesce(r."dueAt", now()), case when r."isDue" then 'DONE' else 'PLANNED' end,
      ${actor}, case when r."isDue" then now() end, case when r."isDue" then ${actor} end, r.outcome
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as r(id uuid, "versionId" uuid, scope jsonb, "dueAt" timestamptz, "isDue" boolean, outcome jsonb)`);
}
