import { captureStates, type Database, placementProblems } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { lifecycle, workingStates } from '../lifecycle.ts';
import { queueNames } from '../queue/queue-names.ts';

export interface InvariantReport {
  invariant: string;
  /** Ids of violating rows, at most 20. */
  violations: string[];
}

/** The reasons for a request that a scored capture may have: its planogram was not placed in the photo. */
const viewProblems = placementProblems.map((problem) => sql`${problem}`);

/**
 * Checks the invariants of the database, which hold after every scenario and at any quiet moment in production. Each
 * query returns the ids that violate its sentence. A capture younger than `graceSeconds` may lack its job.
 */
export async function checkInvariants(
  db: Database,
  options: { graceSeconds?: number } = {},
): Promise<InvariantReport[]> {
  const reports: InvariantReport[] = [];
  for (const [invariant, query] of Object.entries(invariants(options.graceSeconds ?? 30))) {
    const { rows } = await db.execute<{ id: string }>(sql`select id::text from (${query}) broken limit 20`);
    reports.push({ invariant, violations: rows.map(({ id }) => id) });
  }
  return reports;
}

const invariants = (graceSeconds: number): Record<string, SQL> => ({
  'a store holds no idempotency key twice': sql`
    select min(id::text) as id from capture group by store_id, key_version, idempotency_key having count(*) > 1`,

  'a capture that waits for a stage has exactly one live job or timer, with the id that it names': sql`
    select c.id from capture c
    where c.state in ${workingStates} and c.state_changed_at < now() - make_interval(secs => ${graceSeconds})
      and (select count(*) from pgboss.job j where j.name in ${queueNames} and j.id = c.job_id and j.state <= 'active') <> 1`,

  'a capture that waits for no stage names no job': sql`
    select id from capture where state not in ${workingStates} and job_id is not null`,

  'a scored capture has exactly one current score, a row of its own': sql`
    select c.id from capture c left join score s on s.id = c.current_score_id and s.capture_id = c.id
    where c.state in ('SCORED', 'ARCHIVED') and s.id is null`,

  'outside batches and overrules, a capture is scored once per set of detections and formula': sql`
    select min(id::text) as id from score where origin = 'PIPELINE'
    group by capture_id, detection_set_id, version_id, formula_version having count(*) > 1`,

  'no batch scores a capture twice': sql`
    select min(id::text) as id from score where batch_id is not null group by batch_id, capture_id having count(*) > 1`,

  'the result of a batch item is a score that the batch made': sql`
    select i.capture_id as id from reprocess_item i join score s on s.id = i.score_after_id
    left join reprocess_batch b on b.id = i.batch_id
    where b.mode <> 'RELEASE' and (s.batch_id is distinct from i.batch_id or s.capture_id <> i.capture_id)`,

  'an item of a batch has an end time exactly when its state is final': sql`
    select capture_id as id from reprocess_item where (ended_at is null) <> (state in ('WAITING', 'MOVED'))`,

  'the copy of the score on the capture equals the current row': sql`
    select c.id from capture c join score s on s.id = c.current_score_id
    where c.score is distinct from s.score or c.coverage is distinct from s.coverage or c.tier <> s.tier`,

  'the history replays to the current state': sql`
    select c.id from capture c left join lateral (
      select e.revision, e.to_state from capture_event e where e.capture_id = c.id order by e.revision desc limit 1) e on true
    where e.revision is distinct from c.revision or e.to_state is distinct from c.state`,

  'the history has no gap, and every event starts in the state where the previous one ended': sql`
    select e.capture_id as id from capture_event e
    left join capture_event before on before.capture_id = e.capture_id and before.revision = e.revision - 1
    where (e.revision > 0 and before.revision is null) or e.from_state is distinct from before.to_state`,

  'every move in the history is legal': sql`
    select capture_id as id from capture_event
    where from_state is not null and not (from_state, to_state) in (${sql.join(legalMoves, sql`, `)})`,

  'tier, model and planogram version of a score equal those of its detections and its capture': sql`
    select s.id from score s join detection_set d on d.id = s.detection_set_id join capture c on c.id = s.capture_id
    where d.capture_id <> s.capture_id or d.tier <> s.tier or d.model_id <> s.model_id
      or (c.current_score_id = s.id and c.pinned_version_id is distinct from s.version_id)`,

  'dead letters of captures and dead-lettered captures match': sql`
    select coalesce(c.id, l.capture_id) as id
    from (select id from capture where state = 'DEAD_LETTERED') c
    full join (select distinct capture_id from dead_letter where capture_id is not null and resolved_at is null) l
      on l.capture_id = c.id
    where c.id is null or l.capture_id is null`,

  'a capture waits for a version exactly while it has an open drift item': sql`
    select coalesce(c.id, d.capture_id) as id
    from (select id from capture where state = 'VERSION_DRIFT') c
    full join (select capture_id from drift_item where released_at is null) d on d.capture_id = c.id
    where c.id is null or d.capture_id is null`,

  'a closed recapture request has an ending, and names the capture that fulfilled it, if any': sql`
    select id from recapture_request
    where (closed_at is null) <> (ending is null)
      or (fulfilled_by_id is not null) <> coalesce(ending = 'SUPERSEDED', false)`,

  'the capture that fulfilled a request is of the same bay and names the replaced capture': sql`
    select r.id from recapture_request r join capture newer on newer.id = r.fulfilled_by_id
    where newer.supersedes_id is distinct from r.capture_id or newer.bay_id <> r.bay_id or newer.id = r.capture_id`,

  'a capture with an open recapture request waits, is dead-lettered, has a problem of its view, or a person made the request': sql`
    select c.id from capture c join recapture_request r on r.capture_id = c.id
    where r.closed_at is null and not 'ASKED_BY_PERSON' = any (r.reasons)
      and not r.reasons && array[${sql.join(viewProblems, sql`, `)}]
      and c.state not in ('INGESTED', 'RETRY_SCHEDULED', 'DEAD_LETTERED')`,

  'a capture that waits for a better photo has a recapture request': sql`
    select c.id from capture c left join recapture_request r on r.capture_id = c.id
    where c.state = 'RETRY_SCHEDULED' and r.id is null`,

  'a verdict that a person gave names an overrule of the same capture': sql`
    select v.id from score_findings f join position_verdict v on v.score_id = f.score_id
    join verdict_overrule o on o.id = v.overrule_id join score s on s.id = v.score_id
    where f.findings::text like '%"overruleId":"%' and (o.capture_id <> s.capture_id or o.verdict is distinct from v.verdict)`,

  'a verdict is WAIVED exactly when it names a waiver, of the same bay and position': sql`
    select v.id from score_findings f join position_verdict v on v.score_id = f.score_id
    left join waiver w on w.id = v.waiver_id
    left join score s on s.id = v.score_id left join capture c on c.id = s.capture_id
    where (f.verdict_counts ? 'WAIVED' or f.findings::text like '%"waiverId":"%') and (v.verdict = 'WAIVED' or v.waiver_id is not null)
      and (v.verdict <> 'WAIVED' or w.id is null or w.bay_id <> c.bay_id or w.position_id is distinct from v.position_id)`,

  'a score has as many findings as the sum of its verdict counts': sql`
    select score_id as id from score_findings
    where json_array_length(findings) <> (select coalesce(sum(n::int), 0) from jsonb_each_text(verdict_counts) as t (verdict, n))`,

  'a score that an overrule made has a parent score of the same capture': sql`
    select s.id from score s left join score parent on parent.id = s.parent_score_id and parent.capture_id = s.capture_id
    where (s.origin = 'OVERRULE') <> (parent.id is not null)`,

  'an open silent drift belongs to a scored capture and names a score of that capture': sql`
    select d.id from silent_drift d join capture c on c.id = d.capture_id
    left join score s on s.id = d.score_id and s.capture_id = c.id
    where s.id is null or (d.ended_at is null and c.state not in ('SCORED', 'ARCHIVED'))
      or (d.ended_at is null) <> (d.ending is null)`,

  'a capture is archived exactly when it has an archive time': sql`
    select id from capture where (state = 'ARCHIVED') <> (archived_at is not null)`,

  'an expired photo was announced, and all captures that name it record the expiry': sql`
    select c.id from capture c join image i on i.sha256 = c.sha256
    where i.expired_at is not null and (c.photo_expired_at is null
      or not exists (select from retention_item item where item.sha256 = c.sha256))`,

  'a breaker has the state of its last transition, and as many transitions as its generation': sql`
    select b.name as id from breaker b
    left join lateral (select t.generation, t.to_state, t.reason from breaker_transition t where t.name = b.name
      order by t.generation desc limit 1) last on true
    where b.generation <> coalesce(last.generation, 0) or b.state <> coalesce(last.to_state, 'CLOSED')
      or b.reason is distinct from last.reason
      or b.generation <> (select count(*) from breaker_transition t where t.name = b.name)`,

  'every transition of a breaker starts where the previous one ended': sql`
    select t.id from breaker_transition t
    left join breaker_transition before on before.name = t.name and before.generation = t.generation - 1
    where t.from_state <> coalesce(before.to_state, 'CLOSED')`,

  'the audit log is unbroken': sql`select ordinal as id from audit_log_breaks()`,
});

const legalMoves = captureStates.flatMap((from) =>
  lifecycle[from].mayBecome.map((to) => sql`(${from}::text, ${to}::text)`),
);
