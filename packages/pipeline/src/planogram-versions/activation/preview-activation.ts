import type { ActivationScope, Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { canonicalAisle } from '../../aisle.ts';
import { storesOf } from './scope.ts';
import { type ActivationWarning, warningsOf } from './warnings-of.ts';

/** The present state of a bay in the scope; ids are null where the activation would create the bay. */
export interface PreviewedBay {
  storeId: string;
  bayId: string | null;
  activeVersionId: string | null;
  /** The period of its active version is over. */
  expired: boolean;
}

/** What an activation would do, as known now. Bays are counted, and the first of them listed. */
export interface ActivationPreview {
  /** In canonical form. */
  aisle: string;
  at: Date;
  bays: number;
  /** Bays that follow the version already; nothing changes there. */
  baysUnchanged: number;
  /** Bays that follow another version now. */
  baysReplaced: number;
  /** Bays without an active version, new bays included. */
  baysFirst: number;
  /** Bays that no device has ever named. */
  baysNew: number;
  /** Captures in the drift queue with this version as their tag. The activation releases them. */
  capturesReleased: number;
  /** Captures of the replaced bays that have not reached the version gate yet. */
  capturesInFlight: number;
  /** Of these, captures tagged with the replaced version. They would wait in the drift queue. */
  capturesToDrift: number;
  /** Captures of the last seven days tagged with the replaced version, and the number of devices that sent them. */
  recentCapturesOnReplaced: number;
  recentDevicesOnReplaced: number;
  silentDriftsEnded: number;
  warnings: ActivationWarning[];
  firstBays: PreviewedBay[];
}

/** States in which a capture has not passed the version gate. */
const beforeGate = ['INGESTED', 'RETRY_SCHEDULED', 'PREPROCESSED'];
const recentDays = 7;

/** Computes the consequences of an activation without changing anything. `at` null: now. */
export async function previewActivation(
  db: Database,
  plan: { versionId: string; scope: ActivationScope; at: Date | null; limit: number },
): Promise<ActivationPreview> {
  const { versionId, at, limit } = plan;
  const scope = { ...plan.scope, aisle: canonicalAisle(plan.scope.aisle) };
  const bays = sql`
    select s.id as store_id, b.id as bay_id, a.version_id, old.label as old_label,
      coalesce(old.effective_to < now(), false) as expired
    from ${storesOf(scope)} s
    left join bay b on b.store_id = s.id and b.aisle = ${scope.aisle}
    left join planogram_assignment a on a.bay_id = b.id and a.deactivated_at is null
    left join planogram_version old on old.id = a.version_id`;
  const { rows } = await db.execute<CountRow>(sql`
    with bays as materialized (${bays}),
      replaced as materialized (select * from bays where version_id <> ${versionId}),
      this as (select * from planogram_version where id = ${versionId}),
      flying as (
        select c.tagged_version = r.old_label as on_old from replaced r join capture c on c.bay_id = r.bay_id
        where c.state = any (${sql.param(beforeGate)}::text[]) and c.pinned_version_id is null),
      recent as (
        select c.device_key_id from replaced r join capture c on c.bay_id = r.bay_id
        where c.tagged_version = r.old_label and coalesce(c.corrected_taken_at, c.taken_at) > now() - make_interval(days => ${recentDays}))
    select (select count(*)::int from bays) as bays,
      (select count(*)::int from bays where version_id = ${versionId}) as "baysUnchanged",
      (select count(*)::int from replaced) as "baysReplaced",
      (select count(*)::int from bays where version_id is null) as "baysFirst",
      (select count(*)::int from bays where bay_id is null) as "baysNew",
      (select count(*)::int from bays where expired and version_id <> ${versionId}) as "expiredNow",
      (select count(*)::int from drift_item d join bays b on b.bay_id = d.bay_id
        where d.released_at is null and d.tagged_version = (select label from this)) as "capturesReleased",
      (select count(*)::int from flying) as "capturesInFlight",
      (select count(*)::int from flying where on_old) as "capturesToDrift",
      (select count(*)::int from recent) as "recentCapturesOnReplaced",
      (select count(distinct device_key_id)::int from recent) as "recentDevicesOnReplaced",
      (select count(*)::int from silent_drift d join bays b on b.bay_id = d.bay_id
        where d.ended_at is null and d.better_version_id = ${versionId}) as "silentDriftsEnded",
      (select count(*)::int from planned_activation p where p.state = 'PLANNED'
        and exists (select from bays b where p.scope -> 'bayIds' ? b.bay_id::text or (p.scope ->> 'aisle' = ${scope.aisle}
          and (p.scope -> 'storeIds' ? b.store_id::text
            or exists (select from store_group_member m where m.store_id = b.store_id and p.scope -> 'groupIds' ? m.group_id::text))))
      ) as "otherPlans",
      (select effective_from from this) as "effectiveFrom", (select effective_to from this) as "effectiveTo",
      ${at ? sql`${at.toISOString()}::timestamptz` : sql`now()`} as at`);
  const row = rows[0];
  if (!row) throw new Error('invariant: a count returns a row');
  const { otherPlans, expiredNow, effectiveFrom, effectiveTo, at: instant, ...counts } = row;
  const known = {
    at: new Date(instant),
    effectiveFrom: effectiveFrom === null ? null : new Date(effectiveFrom),
    effectiveTo: effectiveTo === null ? null : new Date(effectiveTo),
  };
  const { rows: first } = await db.execute<BayRow>(sql`
    select x.* from (${bays}) x join store s on s.id = x.store_id order by s.code limit ${limit}`);
  return {
    aisle: scope.aisle,
    ...counts,
    at: known.at,
    warnings: warningsOf({ ...counts, ...known, otherPlans, expiredNow }),
    firstBays: first.map((one) => ({
      storeId: one.store_id,
      bayId: one.bay_id,
      activeVersionId: one.version_id,
      expired: one.expired,
    })),
  };
}

type Counts = Omit<ActivationPreview, 'aisle' | 'at' | 'warnings' | 'firstBays'>;

interface CountRow extends Counts, Record<string, unknown> {
  otherPlans: number;
  expiredNow: number;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  at: string;
}

interface BayRow extends Record<string, unknown> {
  store_id: string;
  bay_id: string | null;
  version_id: string | null;
  expired: boolean;
}
