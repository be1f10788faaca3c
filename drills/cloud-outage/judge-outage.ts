import { breaker, breakerTransition, type Database } from '@gondola/db';
import { asc, eq, sql } from 'drizzle-orm';
import type { Climbed } from './fleet.ts';
import type { OutageRecord } from './run-outage.ts';
import type { Variant } from './variants.ts';
import { fleetSeconds, realMs } from './virtual-time.ts';
import type { WatchedCall } from './watched-breaker.ts';

const mostCallsUntilOpen = 10;
const mostSecondsToClose = 75;
const rampSeconds = 30;

export interface Verdict {
  figures: Record<string, number>;
  findings: string[];
}

/** What an outage did to the fleet, against what was promised. */
export async function judgeOutage(
  db: Database,
  breakerName: string,
  variant: Variant,
  record: OutageRecord,
  limits: { probes: number },
): Promise<Verdict> {
  const { watch, climbed, outageFromMs, outageToMs, cloud } = record;
  const told = await db
    .select()
    .from(breakerTransition)
    .where(eq(breakerTransition.name, breakerName))
    .orderBy(asc(breakerTransition.generation));
  const [row] = await db.select().from(breaker).where(eq(breaker.name, breakerName));
  const rows = await readRows(db, climbed);

  const openedMs = told[0]?.at.getTime() ?? Number.POSITIVE_INFINITY;
  // A breaker's first generation is the one before it ever opened.
  const met = watch.calls.filter(
    ({ kind, generation, fromMs, ok }) =>
      kind === 'call' && generation === 0 && (fromMs >= outageFromMs || !ok),
  );
  const failedUntilOpen = met.filter((call) => !call.ok).length;
  const counted = variant.counts === 'calls' ? met.length : failedUntilOpen;
  // Where every other call is answered, half of the probes are: the waits between are what is bounded, one a failed probe.
  const probes = watch.calls.filter(
    ({ kind, fromMs, ok }) =>
      kind === 'probe' &&
      fromMs >= outageFromMs &&
      fromMs < outageToMs &&
      (variant.counts === 'calls' || !ok),
  ).length;
  const closed = told.findLast(({ toState }) => toState === 'CLOSED');
  const closedMs = row?.state === 'CLOSED' && closed ? closed.at.getTime() : Number.POSITIVE_INFINITY;
  // A call that was on its way when the provider recovered may still end badly: it began in the outage.
  const lastBadMs = watch.calls.reduce(
    (last, { ok, fromMs, toMs }) => (!ok && fromMs < outageToMs ? Math.max(last, toMs ?? 0) : last),
    outageToMs,
  );
  const secondsToClose = fleetSeconds(Math.max(0, closedMs - lastBadMs));
  const whileOpen = climbed.filter(({ fromMs, toMs }) => fromMs > openedMs && toMs < outageToMs);
  const ramp = rampOf(record, closedMs);
  const all = climbed.flatMap(({ attempts }) => attempts).filter(({ tier }) => tier === 1);
  const failed = all.filter(({ outcome }) => outcome !== 'OK' && outcome !== 'BREAKER_OPEN');
  const wrong = failed.filter(
    ({ outcome, message }) => outcome !== variant.outcome || !variant.says.test(message ?? ''),
  );
  const twice = climbed.filter(({ attempts }) => usesUpTries(attempts.map(({ outcome }) => outcome)));
  const early = earlyCalls(watch.calls);
  // Calls that were on their way when the first 429 was answered came too early for the sandbox, not for the breaker.
  const earlyAtCloud = Math.max(0, cloud.beforeRetryAfter - Math.max(0, failedUntilOpen - 1));
  const unscored = climbed.filter(({ id, tier }) => id === null && tier === null).length + rows.unscored;
  const gaps = told.filter(
    ({ generation, fromState, at }, i) =>
      generation !== i + 1 || (i > 0 && (fromState !== told[i - 1]?.toState || at < (told[i - 1]?.at ?? at))),
  ).length;

  const expectations: [boolean, string][] = [
    [unscored === 0, `${unscored} captures were not scored`],
    [told[0]?.toState === 'OPEN', 'void: the breaker did not open'],
    [counted <= mostCallsUntilOpen, `${counted} ${variant.counts} before it opened`],
    [probes <= limits.probes, `${probes} probes during the outage`],
    [watch.mostProbesAtOnce <= 1, `${watch.mostProbesAtOnce} probes at once`],
    [secondsToClose <= mostSecondsToClose, `closed ${secondsToClose.toFixed(1)} s after recovery`],
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
      row?.generation === told.length && row?.state === told.at(-1)?.toState,
      'the row is not what its last transition says',
    ],
    [record.bookLosses.length === 0, `the book was lost: ${record.bookLosses[0]}`],
  ];
  return {
    figures: {
      climbed: climbed.length,
      untilOpen: counted,
      probes,
      secondsToClose: Math.round(secondsToClose * 10) / 10,
      transitions: told.length,
      beforeRetryAfter: early + earlyAtCloud,
      rampFirstThirdPercent: Math.round(ramp.first * 100),
      rampRestPercent: Math.round(ramp.rest * 100),
      queueAgeP99Seconds: Math.round(fleetSeconds(queueAgeP99Ms(climbed)) * 10) / 10,
      unscored,
    },
    findings: expectations.flatMap(([holds, words]) => (holds ? [] : [`${variant.name}: ${words}`])),
  };
}

/** An open breaker is met once and passed by; a passing fault before it may have used one try of two. */
function usesUpTries(outcomes: readonly string[]): boolean {
  const at = outcomes.indexOf('BREAKER_OPEN');
  if (at === -1) return false;
  return outcomes.lastIndexOf('BREAKER_OPEN') !== at || at > 1 || outcomes[at + 1] !== 'OK';
}

/** Probes that began before the time that an earlier answer had asked for. */
const earlyCalls = (calls: readonly WatchedCall[]): number =>
  calls.filter(
    ({ kind, fromMs }) =>
      kind === 'probe' &&
      calls.some(
        ({ toMs, retryAfterMs }) =>
          toMs !== null && retryAfterMs !== null && toMs <= fromMs && fromMs < toMs + retryAfterMs,
      ),
  ).length;

/** Shares of the askings that were let through: in the first third of the ramp, in the rest of it, and behind it. */
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

function queueAgeP99Ms(climbed: readonly Climbed[]): number {
  const ages = climbed.map(({ arrivedMs, fromMs }) => fromMs - arrivedMs).sort((a, b) => a - b);
  return ages[Math.floor(ages.length * 0.99)] ?? 0;
}

/** What the tables say of the captures that went through the stages. */
async function readRows(db: Database, climbed: readonly Climbed[]) {
  const ids = climbed.flatMap(({ id }) => (id === null ? [] : [id]));
  const { rows } = await db.execute<{ unscored: number; counted: number; double: number }>(sql`
    select
      count(*) filter (where c.state <> 'SCORED' or not exists (select from score s where s.capture_id = c.id))::int as unscored,
      count(*) filter (where c.transient_faults > 0 or c.failures > 0)::int as counted,
      count(*) filter (where (select count(*) from inference_attempt a
        where a.capture_id = c.id and a.outcome = 'BREAKER_OPEN') > 1)::int as double
    from capture c where c.id = any(${sql.param(ids)}::uuid[])`);
  return rows[0] ?? { unscored: ids.length, counted: 0, double: 0 };
}
