import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** A time as people write it: on the clock of the store, or an instant with its offset. */
export type AskedTime = { local: string } | { instant: string };

/** A version for a bay, by the names of a file or a person. */
export interface AskedAssignment {
  line: number;
  storeCode: string;
  /** In canonical form. */
  aisle: string;
  label: string;
  /** Null: now. */
  from: AskedTime | null;
}

/** What the rows say about an asked assignment. Ids are null for what does not exist. */
export interface AssignmentFacts {
  line: number;
  storeId: string | null;
  aisle: string;
  versionId: string | null;
  activeVersionId: string | null;
  activeLabel: string | null;
  /** Milliseconds since 1970; null: now. */
  dueMs: number | null;
  /** Its time has come. */
  isDue: boolean;
  /** A later decision applies to the bay already. */
  isOvertaken: boolean;
  /** The same version is planned for the bay at the same time. */
  isPlanned: boolean;
}

/** Reads the facts of many assignments in one statement. Local times are read by the database, in each store's time zone. */
export async function readAssignmentFacts(
  db: Database | Transaction,
  asked: readonly AskedAssignment[],
): Promise<AssignmentFacts[]> {
  const values = JSON.stringify(
    asked.map(({ from, ...names }) => ({
      ...names,
      local: from !== null && 'local' in from ? from.local : null,
      instant: from !== null && 'instant' in from ? from.instant : null,
    })),
  );
  const { rows } = await db.execute<AssignmentFacts & Record<string, unknown>>(sql`
    with asked as materialized (
      select r.line, r.aisle, r.label, s.id as store_id,
        coalesce(r.local::timestamp at time zone s.time_zone, r.instant::timestamptz) as due_at
      from jsonb_to_recordset(${values}::jsonb)
        as r(line int, "storeCode" text, aisle text, label text, local text, instant text)
      left join store s on s.code = r."storeCode"),
    planned as materialized (
      select p.version_id, p.due_at, bay_id.value::uuid as bay_id
      from planned_activation p, jsonb_array_elements_text(p.scope -> 'bayIds') as bay_id(value)
      where p.state = 'PLANNED')
    select r.line, r.store_id as "storeId", r.aisle, v.id as "versionId",
      a.version_id as "activeVersionId", active.label as "activeLabel",
      (extract(epoch from r.due_at) * 1000)::float8 as "dueMs", r.due_at is null or r.due_at <= now() as "isDue",
      coalesce(coalesce(decision.due_at, a.activated_at) > r.due_at, false) as "isOvertaken",
      planned.bay_id is not null as "isPlanned"
    from asked r
    left join planogram_version v on v.label = r.label
    left join bay b on b.store_id = r.store_id and b.aisle = r.aisle
    left join planogram_assignment a on a.bay_id = b.id and a.deactivated_at is null
    left join planogram_version active on active.id = a.version_id
    left join planned_activation decision on decision.id = a.activation_id
    left join planned on planned.bay_id = b.id and planned.version_id = v.id and planned.due_at = r.due_at
    order by r.line`);
  return rows;
}
