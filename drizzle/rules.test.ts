import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  activationStates,
  alertRules,
  attemptOutcomes,
  batchStates,
  captureStates,
  captureTimeSources,
  clockErrorSources,
  deadLetterReasons,
  deadLetterStages,
  deviationEndings,
  deviationMeasures,
  deviationScopes,
  driftReasons,
  driftReleaseModes,
  finalQualityPolicies,
  itemStates,
  mappingKinds,
  masterDataKinds,
  masterDataSources,
  metadataFlaws,
  placementProblems,
  planogram,
  planogramVersion,
  qualityFlaws,
  qualityHints,
  recaptureEndings,
  recaptureReasons,
  reprocessModes,
  retentionRunKinds,
  roles,
  scoreOrigins,
  silentDriftEndings,
  verdicts,
  versionChoices,
} from './index.ts';
import { createTestDatabase } from './testing.ts';

const { db } = await createTestDatabase('rules');

const addEntries = (n: number) =>
  sql`insert into audit_log (actor, action, object, facts)
      select 'tester', 'tried', 'thing ' || i, jsonb_build_object('i', i) from generate_series(1, ${n}::int) i`;
const breaks = async () => (await db.execute(sql`select * from audit_log_breaks()`)).rows;
const withoutTriggers = (change: ReturnType<typeof sql>) =>
  db.transaction(async (tx) => {
    // An intruder with the owner's rights would switch the triggers off first.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(change);
  });

test('audit entries are chained without gaps, also when many sessions write at once', async () => {
  await Promise.all([db.execute(addEntries(3)), db.execute(addEntries(2)), db.execute(addEntries(4))]);
  const { rows } = await db.execute(
    sql`select ordinal::int, previous_hash is null as first from audit_log order by ordinal`,
  );
  expect(rows.map((row) => row.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(rows.filter((row) => row.first)).toHaveLength(1);
  expect(await breaks()).toEqual([]);
});

test('an audit entry that was changed or removed without the triggers shows as a break of the chain', async () => {
  await withoutTriggers(sql`update audit_log set actor = 'nobody' where ordinal = 4`);
  expect(await breaks()).toEqual([{ ordinal: '4', problem: 'was changed after it was written' }]);
  await withoutTriggers(sql`update audit_log set actor = 'tester' where ordinal = 4`);
  expect(await breaks()).toEqual([]);
  await withoutTriggers(sql`delete from audit_log where ordinal = 6`);
  expect((await breaks())[0]).toEqual({ ordinal: '7', problem: 'an entry before this one is missing' });
});

test.each([
  'capture_event',
  'planogram_version',
  'planogram_position',
  'score',
  'score_findings',
  'detection_set',
  'audit_log',
])('%s refuses TRUNCATE', async (table) => {
  await expect(db.execute(sql.raw(`truncate ${table} cascade`))).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/^TRUNCATE refused: rows of \w+ are written once/) },
  });
});

test('a planogram version refuses UPDATE and DELETE', async () => {
  const [plan] = await db.insert(planogram).values({ code: 'P', name: 'P' }).returning();
  await db.insert(planogramVersion).values({
    planogramId: plan?.id ?? '',
    label: 'v1',
    widthMm: 1,
    heightMm: 1,
    shelves: [],
    sourceFormat: 'csv',
    sourceSha256: '',
  });
  await expect(db.update(planogramVersion).set({ label: 'v2' })).rejects.toMatchObject({
    cause: {
      message: 'UPDATE refused: rows of planogram_version are written once and never changed or removed',
    },
  });
  await expect(db.delete(planogramVersion)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('DELETE refused') },
  });
  expect(await db.$count(planogramVersion)).toBe(1);
});

test.each([
  ['capture_state', captureStates],
  ['capture_event_to_state', captureStates],
  ['capture_event_from_state', captureStates],
  ['capture_quality_flaws', qualityFlaws],
  ['capture_quality_hints', qualityHints],
  ['detection_set_placement_problem', placementProblems],
  ['capture_metadata_flaws', metadataFlaws],
  ['capture_time_source', captureTimeSources],
  ['device_clock_error_source_word', clockErrorSources],
  ['recapture_request_reasons', recaptureReasons],
  ['recapture_request_ending_word', recaptureEndings],
  ['quality_rule_final_policy', finalQualityPolicies],
  ['alert_rule', alertRules],
  ['deviation_scope', deviationScopes],
  ['deviation_measure', deviationMeasures],
  ['deviation_ending', deviationEndings],
  ['score_findings_verdicts', verdicts],
  ['dead_letter_stage', deadLetterStages],
  ['dead_letter_reason', deadLetterReasons],
  ['drift_item_reason', driftReasons],
  ['drift_item_release_mode', driftReleaseModes],
  ['inference_attempt_outcome', attemptOutcomes],
  ['silent_drift_ending', silentDriftEndings],
  ['version_mapping_kind', mappingKinds],
  ['master_data_import_kind', masterDataKinds],
  ['master_data_import_source', masterDataSources],
  ['planned_activation_state', activationStates],
  ['score_origin', scoreOrigins],
  ['reprocess_batch_state', batchStates],
  ['reprocess_batch_mode', reprocessModes],
  ['reprocess_batch_version_choice', versionChoices],
  ['reprocess_item_state', itemStates],
  ['retention_run_kind', retentionRunKinds],
  ['verdict_overrule_verdict', verdicts],
  ['user_role', roles],
])('the check %s admits exactly the values of the vocabulary', async (constraint, words) => {
  const { rows } = await db.execute<{ definition: string }>(
    sql`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${constraint}`,
  );
  const admitted = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1]);
  expect(admitted.toSorted()).toEqual([...words].toSorted());
});
