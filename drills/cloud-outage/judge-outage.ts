import { breaker, breakerTransition, type Database } from '@gondola/db';
import { asc, eq, sql } from 'drizzle-orm';
import type { PhotoOutcome } from './fleet.ts';
import type { OutageRecord } from './run-outage.ts';
import type { Variant } from './variants.ts';
import { fleetSeconds, realMs } from './virtual-time.ts';
import type { WatchedCall } from './watched-breaker.ts';

const maxCallsUntilOpen = 10;
const maxSecondsToClose = 75;
const rampSeconds = 30;

export interface Verdict {
  figures: Record<string, number>;
  findings: string[];
}

/** Compares the effect of an outage on the fleet with the limits. */
export async function judgeOutage(
  db: Database,
  breakerName: string,
  variant: Variant,
  record: OutageRecord,
  limits: { probes: number },
): Promise<Verdict> {
  const { watch, photoOutcomes, outageFromMs, outageToMs, cloud } = record;
  const transitions = await db
    .select()
    .from(breakerTransition)
    .where(eq(breakerTransition.name, breakerName))
    .orderBy(asc(breakerTransition.generation));
  const [row] = await db.select().from(breaker).where(eq(breaker.name, breakerName));
  const rows = await readRows(db, photoOutcomes);

  const openedMs = transitions[0]?.at.getTime() ?? Number.POSITIVE_INFINITY;
  // A breaker's first generation is the one before it ever opened.
  const met = watch.calls.filter(
    ({ kind, generation, fromMs, ok }) =>
      kind === 'call' && generation === 0 && (fromMs >= outageFromMs || !ok),
  );
  const failedUntilOpen = met.filter((call) => !call.ok).length;
  const counted = variant.counts === 'calls' ? met.length : failedUntilOpen;
  // When every other call succeeds, half of the probes do. So the number of waits is limited: one for each failed
  // probe.
  const probes = watch.calls.filter(
    ({ kind, fromMs, ok }) =>
      kind === 'probe' &&
      fromMs >= outageFromMs &&
      fromMs < outageToMs &&
      (variant.counts === 'calls' || !ok),
  ).length;
  const closed = transitions.findLast(({ toState }) => toState === 'CLOSED');
  const closedMs = row?.state === 'CLOSED' && closed ? closed.at.getTime() : Number.POSITIVE_INFINITY;
  // A call that was in progress when the provider recovered may still fail: it began in the outage.
  const lastBadMs = watch.calls.reduce(
    (last, { ok, fromMs, toMs }) => (!ok && fromMs < outageToMs ? Math.max(last, toMs ?? 0) : last),
    outageToMs,
  );
  const secondsToClose = fleetSeconds(Math.max(0, closedMs - lastBadMs));
  const whileOpen = photoOutcomes.filter(({ fromMs, toMs }) => fromMs > openedMs && toMs < outageToMs);
  const ramp = rampOf(record, closedMs);
  const all = photoOutcomes.flatMap(({ attempts }) => attempts).filter(({ tier }) => tier === 1);
  const failed = all.filter(({ outcome }) => outcome !== 'OK' && outcome !== 'BREAKER_OPEN');
  const wrong = failed.filter(
    ({ outcome, message }) => outcome !== variant.outcome || !variant.says.test(message ?? ''),
  );
  const twice = photoOutcomes.filter(({ attempts }) => usesUpTries(attempts.map(({ outcome }) => outcome)));
  const early = earlyCalls(watch.calls);
  // Calls that were in progress at the first 429 came too early for the sandbox, but not for the breaker.
  const earlyAtCloud = Math.max(0, cloud.beforeRetryAfter - Math.max(0, failedUntilOpen - 1));
  const unscored =
    photoOutcomes.filter(({ id, tier }) => id === null && tier === null).length + rows.unscored;
  const gaps = transitions.filter(
    ({ generation, fromState, at }, i) =>
      generation !== i + 1 ||
      (i > 0 && (fromState !== transitions[i - 1]?.toState || at < (transitions[i - 1]?.at ?? at))),
  ).length;

  const expectations: [boolean, string][] = [
    [unscored === 0, `${unscored} captures were not scored`],
    [transitions[0]?.toState === 'OPEN', 'void: the breaker did not open'],
    [counted <= maxCallsUntilOpen, `${counted} ${variant.counts} before it opened`],
    [probes <= limits.probes, `${probes} probes during the outage`],
    [watch.maxProbesAtOnce <= 1, `${watch.maxProbesAtOnce} probes at once`],
    [secondsToClose <= maxSecondsToClose, `closed ${secondsToClose.toFixed(1)} s after recovery`],
    [early === 0, `${early} calls were let through before Retry-After had passed`],
    [earlyAtCloud === 0, `${earlyAtCloud} calls came to the provider before Retry-After had passed`],
    [twice.length === 0, `${twice.length} captures spent tries on an open breaker`],
    [rows.counted === 0, `${rows.counted} captures had faults or failures counted`],
    [rows.double === 0, `${rows.double} captures met the open breaker more than once`],
    [whileOpen.length > 50, `void: ${whileOpen.length} captures came while it was open`],
    [failed.length > 0, 'void: no call failed'],
    [wrong.length === 0, `recorded as ${wrong[0]?.outcome}: ${wrong[0]?.message} (${wrong.length})`],
    [ramp.first < 0.35, `${Math.round(ramp.first * 100)} % of calls at once after closing`],
    [ramp.after > 0.95, `${Math.round(ramp.after * 100)} % of calls behind the ramp`],
    [gaps === 0, `${gaps} transitions are out of line`],
    [
      row?.generation === transitions.length && row?.state === transitions.at(-1)?.toState,
      'the row is not what its last transition says',
    ],
    [
      record.sharedStateLosses.length === 0,
      `shared breaker state unreachable: ${record.sharedStateLosses[0]}`,
    ],
  ];
  return {
    figures: {
      photos: photoOutcomes.length,
      untilOpen: counted,
      probes,
      secondsToClose: Math.round(secondsToClose * 10) / 10,
      transitions: transitions.length,
      beforeRetryAfter: early + earlyAtCloud,
      rampFirstThirdPercent: Math.round(ramp.first * 100),
      rampRestPercent: Math.round(ramp.rest * 100),
      queueAgeP99Seconds: Math.round(fleetSeconds(queueAgeP99Ms(photoOutcomes)) * 10) / 10,
      unscored,
    },
    findings: expectations.flatMap(([holds, words]) => (holds ? [] : [`${variant.name}: ${words}`])),
  };
}

/**
 * Returns whether a capture used up its tries on an open breaker. It may meet an open breaker once; a transient fault
 * before that may have used one of two tries.
 */
function usesUpTries(outcomes: readonly string[]): boolean {
  const at = outcomes.indexOf('BREAKER_OPEN');
  if (at === -1) return false;
  return outcomes.lastIndexOf('BREAKER_OPEN') !== at || at > 1 || outcomes[at + 1] !== 'OK';
}

/** Returns probes that began before the time given by an earlier answer. */
const earlyCalls = (calls: readonly WatchedCall[]): number =>
  calls.filter(
    ({ kind, fromMs }) =>
      kind === 'probe' &&
      calls.some(
        ({ toMs, retryAfterMs }) =>
          toMs !== null && retryAfterMs !== null && toMs <= fromMs && fromMs < toMs + retryAfterMs,
      ),
  ).length;

/** Returns the shares of requests that were admitted: in the first third of the ramp, in its rest, and after it. */
function rampOf({ watch }: OutageRecord, closedMs: number) {
  const share = (from: number, to: number): number => {
    const isIn = (ms: number) => ms >= closedMs + realMs(from) && ms < closedMs + realMs(to);
    const passed = watch.calls.filter(({ kind, fromMs }) => kind === 'call' && isIn(fromMs)).length;
    const refused = watch.refusals.filter(({ atMs }) => isIn(atMs)).length;
    return passed + refused === 0 ? Number.NaN : passed / (passed + refused);
  };
  return {
    first: share(0.5, rampSeconds / 3),
    rest: share(rampSeconds / 3 + 0.5, rampSeconds),
    after: share(rampSeconds + 2, rampSeconds + 10),
  };
}

function queueAgeP99Ms(photoOutcomes: readonly PhotoOutcome[]): number {
  const ages = photoOutcomes.map(({ arrivedMs, fromMs }) => fromMs - arrivedMs).sort((a, b) => a - b);
  return ages[Math.floor(ages.length * 0.99)] ?? 0;
}

/** Reads the database's state of the captures that went through the stages. */
async function readRows(db: Database, photoOutcomes: readonly PhotoOutcome[]) {
  const ids = photoOutcomes.flatMap(({ id }) => (id === null ? [] : [id]));
  const { rows } = await db.execute<{ unscored: number; counted: number; double: number }>(sql`
    select
      count(*) filter (where c.state <> 'SCORED' or not exists (select from score s where s.capture_id = c.id))::int as unscored,
      count(*) filter (where c.transient_faults > 0 or c.failures > 0)::int as counted,
      count(*) filter (where (select count(*) from inference_attempt a
        where a.capture_id = c.id and a.outcome = 'BREAKER_OPEN') > 1)::int as double
    from capture c where c.id = any(${sql.param(ids)}::uuid[])`);
  return rows[0] ?? { unscored: ids.length, counted: 0, double: 0 };
}
