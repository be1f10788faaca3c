import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { RaceEvent } from './judge-order.ts';

/** Maximum delay of a pin's write, like a slow disk. It widens the gap between reading a version and committing it. */
const slowestPinSeconds = 0.05;

/**
 * Records the order in which pins and activations were committed. A trigger at commit takes one lock until the commit
 * is complete, so the numbers follow the order in which commits become visible.
 */
export async function recordCommits(db: Database): Promise<void> {
  await db.execute(
    sql.raw(`
    create table race_event (
      ordinal bigint generated always as identity primary key,
      kind text not null, bay_id uuid not null, version_id uuid not null, capture_id uuid);
    create function record_race() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(4711);
      if tg_table_name = 'capture' then
        insert into race_event (kind, bay_id, version_id, capture_id) values ('PIN', new.bay_id, new.pinned_version_id, new.id);
      else
        insert into race_event (kind, bay_id, version_id) values ('ACTIVE', new.bay_id, new.version_id);
      end if;
      return null;
    end $$;
    create constraint trigger record_pin after update of pinned_version_id on capture
      deferrable initially deferred for each row
      when (new.pinned_version_id is not null and new.pinned_version_id is distinct from old.pinned_version_id)
      execute function record_race();
    create constraint trigger record_activation after insert on planogram_assignment
      deferrable initially deferred for each row execute function record_race();
    create function slow_pin() returns trigger language plpgsql as $$
    begin
      perform pg_sleep(random() * ${slowestPinSeconds});
      return new;
    end $$;
    create trigger slow_pin before update of pinned_version_id on capture
      for each row when (new.pinned_version_id is distinct from old.pinned_version_id and new.state = 'PREPROCESSED'
        and old.state = 'PREPROCESSED')
      execute function slow_pin()`),
  );
}

export async function readCommits(db: Database): Promise<RaceEvent[]> {
  const { rows } = await db.execute<{
    kind: 'PIN' | 'ACTIVE';
    bay_id: string;
    version_id: string;
    capture_id: string | null;
  }>(sql`select kind, bay_id, version_id, capture_id from race_event order by ordinal`);
  return rows.map((row) => ({
    kind: row.kind,
    bayId: row.bay_id,
    versionId: row.version_id,
    captureId: row.capture_id,
  }));
}

/**
 * Counts sessions that wait for a row lock on assignments now: a gate and an activation, or two activations, compete.
 */
export async function countMeetings(db: Database): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and wait_event in ('tuple', 'transactionid')
      and (query like '%planogram_assignment%' or query like '%"bay"%')`);
  return rows[0]?.n ?? 0;
}
