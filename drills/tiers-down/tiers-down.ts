import type { Database } from '@gondola/db';
import { breakerBook } from '@gondola/pipeline/breakers';
import type { RemoteTier } from '@gondola/pipeline/cloud-tiers';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { createFleetBreaker, noFloor, type Rung } from '@gondola/pipeline/ladder';
import { createHeuristicTier, decodePhoto, type Tier } from '@gondola/pipeline/vision';
import { ordinaryRates, renderCapture } from '@gondola/simulator';
import { type FaultsJson, openSandboxCloud, tellTruth } from '@gondola/simulator/cloud';
import { sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { openPrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { handInPreprocessed } from '../cloud-outage/hand-in-preprocessed.ts';
import { fetchKeyFile, openProviderTier } from '../cloud-outage/provider-tier.ts';
import type { Drill, DrillOptions } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildShelfWorld } from '../shelf-world.ts';
import { type EdgeFault, edgeFaults, openEdgeUnderFault } from './dying-model.ts';
import { finishInHands } from './finish-in-hands.ts';

const capturesEach: Record<DrillOptions['size'], number> = { small: 12, full: 200 };
/** Hands of the worker: as many captures at once. */
const hands = 3;
/** Large enough for the heuristic to find its bay in it. */
const photoSize = { width: 480, height: 600 };

/** What the attempts at tier 2 must say. */
const reasons: Record<EdgeFault, { outcome: string; says: RegExp }> = {
  'missing-file': { outcome: 'NOT_READY', says: /there is no model at/ },
  'broken-file': { outcome: 'CONFIGURATION', says: /./ },
  'killed-host': { outcome: 'TRANSIENT', says: /the process that runs the model ended \(SIGKILL\)/ },
};

/**
 * Nothing but tier 3 is left: tier 1 answers 503, tier 2 has no model, a broken one, or one whose process is killed over
 * every photo. Every capture is scored all the same, with the tier that saw it and the reasons why no better one did.
 */
export const tiersDown: Drill = {
  name: 'tiers-down',
  about: 'tier 1 answers 503 and tier 2 has no model, a broken one, or one that is killed at work',
  mutants: { 'next-tier': './inject/first-fault-ends-ladder.ts' },
  mutantsIn: 'drill',
  async run(options) {
    process.env.AWS_ACCESS_KEY_ID = 'AKIASANDBOX';
    process.env.AWS_SECRET_ACCESS_KEY = 'sandbox';
    const random = seededRandom(options.seed);
    const count = capturesEach[options.size];
    const system = await openPrivateSystem();
    const { db } = system.database;
    const cloud = await openSandboxCloud();
    const findings: string[] = [];
    const figures: Record<string, number> = {};
    const faults: Record<string, number> = {};
    let tier1: RemoteTier | null = null;
    try {
      const world = await buildShelfWorld(system, 0);
      const photo = await renderCapture(world.bay, 'down', { size: photoSize, rates: ordinaryRates });
      await tellTruth(cloud.url, photo, new AbortController().signal);
      const { frame } = await decodePhoto(photo.jpeg);
      const first = await openProviderTier(
        'rekognition',
        cloud.url,
        await fetchKeyFile(cloud.url, system.dataDir),
      );
      tier1 = first;
      const bench = benchTools(system);
      const rung = (tier: Tier, name: string): Rung => ({
        tier,
        breaker: createFleetBreaker(name, {
          book: breakerBook(db, random),
          owner: 'drill',
          now: () => performance.now(),
          random,
          onBookLost: (error) => findings.push(`the book was lost: ${error}`),
        }),
        floor: { minDetections: 1, minMeanConfidence: 0.3 },
      });
      const last: Rung = { tier: createHeuristicTier(), breaker: null, floor: noFloor };
      let ordinal = 0;
      const score = async (captures: number, ladder: Rung[]) => {
        const ids = await handInPreprocessed(system, world, captures, ordinal);
        ordinal += captures;
        await finishInHands(system, ids, hands, { ...bench, ladder, openPhoto: async () => frame });
        return readEndings(db, ids);
      };

      options.progress('control run, everything is up');
      const control = await score(6, [rung(first, 'rekognition/control'), last]);
      const controlHeld = control.byTier1 === 6 && control.scored === 6;
      if (!controlHeld) findings.push(`control: ${control.byTier1} of 6 were seen by tier 1`);

      await setFaults(cloud.url, { rekognition: { kind: 'unavailable' } });
      for (const fault of edgeFaults) {
        const edge = await openEdgeUnderFault(fault);
        try {
          const ladder = [rung(first, `rekognition/${fault}`), rung(edge.tier, `onnx/${fault}`), last];
          const endings = await score(count, ladder);
          faults[fault] = fault === 'killed-host' ? edge.kills() : count;
          figures[`${fault}.scoredByTier3`] = endings.byTier3;
          const { outcome, says } = reasons[fault];
          const told = endings.edgeFaults.filter(
            (each) => each.outcome === outcome && says.test(each.message),
          );
          figures[`${fault}.edgeFaults`] = endings.edgeFaults.length;
          options.progress(`${fault}: ${endings.byTier3} of ${count} by tier 3, ${told.length} reasons`);
          const expectations: [boolean, string][] = [
            [endings.scored === count, `${count - endings.scored} were not scored`],
            [endings.byTier3 === count, `${count - endings.byTier3} are not marked as seen by tier 3`],
            [endings.setAside === 0, `${endings.setAside} were set aside`],
            [endings.unexplained === 0, `${endings.unexplained} do not say why no better tier saw them`],
            [endings.faults === 0, `${endings.faults} had faults or failures counted`],
            [
              told.length > 0,
              `void: nothing at tier 2 ended as ${outcome}: ${endings.edgeFaults[0]?.message}`,
            ],
            [fault !== 'killed-host' || edge.kills() > 0, 'void: no process was killed'],
          ];
          findings.push(...expectations.flatMap(([holds, words]) => (holds ? [] : [`${fault}: ${words}`])));
        } finally {
          await edge.stop();
        }
      }
      findings.push(
        ...(await checkInvariants(db)).flatMap((report) =>
          report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
        ),
      );
      faults.unavailable = cloud.state().providers.rekognition.byOutcome.unavailable ?? 0;
      if (faults.unavailable === 0) findings.push('void: tier 1 never failed');
      const { seed, size, mutant } = options;
      const held = findings.length === 0;
      return {
        drill: 'tiers-down',
        seed,
        size,
        mutant,
        faults,
        figures,
        control: controlHeld,
        held,
        findings,
      };
    } finally {
      await tier1?.stop();
      await cloud.stop();
      await system.close();
    }
  },
};

async function setFaults(url: string, faults: FaultsJson): Promise<void> {
  const response = await fetch(`${url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`the sandbox does not take the fault: ${await response.text()}`);
}

/** What the tables say of these captures. */
async function readEndings(db: Database, ids: string[]) {
  const list = sql`${sql.param(ids)}::uuid[]`;
  const { rows } = await db.execute<
    Record<'scored' | 'byTier1' | 'byTier3' | 'setAside' | 'unexplained' | 'faults', number>
  >(sql`
    select
      count(*) filter (where c.state = 'SCORED' and s.id is not null)::int as "scored",
      count(*) filter (where c.tier = 1 and s.tier = 1)::int as "byTier1",
      count(*) filter (where c.tier = 3 and s.tier = 3)::int as "byTier3",
      count(*) filter (where c.state = 'DEAD_LETTERED')::int as "setAside",
      count(*) filter (where c.tier = 3 and (select count(distinct a.tier) from inference_attempt a
        where a.capture_id = c.id and a.tier < 3 and a.outcome <> 'OK' and a.message <> '') < 2)::int as "unexplained",
      count(*) filter (where c.transient_faults > 0 or c.failures > 0)::int as "faults"
    from capture c
    left join score s on s.capture_id = c.id
    where c.id = any(${list})`);
  const attempts = await db.execute<{ outcome: string; message: string }>(sql`
    select outcome, coalesce(message, '') as message from inference_attempt
    where capture_id = any(${list}) and tier = 2 and outcome not in ('OK', 'BREAKER_OPEN')`);
  const counted = rows[0];
  if (!counted) throw new Error('nothing was counted');
  return { ...counted, edgeFaults: attempts.rows };
}
