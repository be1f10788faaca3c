import type { Database } from '@gondola/db';
import { breakerRows } from '@gondola/pipeline/breakers';
import type { RemoteTier } from '@gondola/pipeline/cloud-tiers';
import { createFleetBreaker, type LadderStep, noThreshold } from '@gondola/pipeline/inference';
import { createHeuristicTier, decodePhoto, type Tier } from '@gondola/pipeline/photo-detection';
import { ordinaryRates, renderCapture } from '@gondola/simulator';
import { type FaultsJson, openSandboxCloud, registerPhoto } from '@gondola/simulator/cloud';
import { openPrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { fetchKeyFile, openProviderTier } from '../cloud-outage/provider-tier.ts';
import { submitPreprocessed } from '../cloud-outage/submit-preprocessed.ts';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { type EdgeFault, edgeFaults, openEdgeUnderFault } from './dying-model.ts';
import { scoreConcurrently } from './score-concurrently.ts';

interface Load {
  /** Captures for each of the faults. */
  captures: number;
  /** Faults of tier 2 while tier 1 is down; none: both tiers work. */
  edgeFaults: readonly EdgeFault[];
}

const loads: Record<DrillSize, Load> = {
  small: { captures: 12, edgeFaults },
  full: { captures: 200, edgeFaults },
};
/** Captures in progress at once, as in a worker. */
const concurrency = 3;
/** Large enough for the heuristic tier to find its bay. */
const photoSize = { width: 480, height: 600 };

/** The required messages of the attempts at tier 2. */
const reasons: Record<EdgeFault, { outcome: string; says: RegExp }> = {
  'missing-file': { outcome: 'NOT_READY', says: /there is no model at/ },
  'broken-file': { outcome: 'CONFIGURATION', says: /./ },
  'killed-host': { outcome: 'TRANSIENT', says: /the process that runs the model ended \(SIGKILL\)/ },
};

/**
 * Only tier 3 works: tier 1 answers 503, and tier 2 has no model, an invalid one, or a process that is killed over
 * every photo. Every capture is still scored, with the tier that detected and the reasons why no better tier did.
 */
export const tiersDown = scenario({
  loads,
  control: () => ({ captures: 6, edgeFaults: [] }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  process.env.AWS_ACCESS_KEY_ID = 'AKIASANDBOX';
  process.env.AWS_SECRET_ACCESS_KEY = 'sandbox';
  const random = seededRandom(options.seed);
  const count = load.captures;
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
    await registerPhoto(cloud.url, photo, new AbortController().signal);
    const { frame } = await decodePhoto(photo.jpeg);
    const keyFile = await fetchKeyFile(cloud.url, system.dataDir);
    const first = await openProviderTier('rekognition', cloud.url, keyFile);
    tier1 = first;
    const bench = benchTools(system);
    const step = (tier: Tier, name: string): LadderStep => ({
      tier,
      breaker: createFleetBreaker(name, {
        sharedState: breakerRows(db, random),
        owner: 'drill',
        now: () => performance.now(),
        random,
        onSharedStateLost: (error) => findings.push(`shared breaker state unreachable: ${error}`),
      }),
      threshold: { minDetections: 1, minMeanConfidence: 0.3 },
    });
    const last: LadderStep = { tier: createHeuristicTier(), breaker: null, threshold: noThreshold };
    let ordinal = 0;
    const score = async (captures: number, ladder: LadderStep[]) => {
      const ids = await submitPreprocessed(system, world, captures, ordinal);
      ordinal += captures;
      await scoreConcurrently(system, ids, concurrency, { ...bench, ladder, openPhoto: async () => frame });
      return readEndings(db, ids);
    };

    if (load.edgeFaults.length === 0) {
      const { scored, byTier1 } = await score(count, [step(first, 'rekognition/up'), last]);
      findings.push(
        ...broken([
          [scored === count, `${count - scored} were not scored`],
          [byTier1 === count, `${count - byTier1} were not seen by tier 1`],
        ]),
      );
    } else await setFaults(cloud.url, { rekognition: { kind: 'unavailable' } });
    for (const fault of load.edgeFaults) {
      const edge = await openEdgeUnderFault(fault);
      try {
        const ladder = [step(first, `rekognition/${fault}`), step(edge.tier, `onnx/${fault}`), last];
        const endings = await score(count, ladder);
        faults[fault] = fault === 'killed-host' ? edge.kills() : count;
        figures[`${fault}.scoredByTier3`] = endings.byTier3;
        const { outcome, says } = reasons[fault];
        const matching = endings.edgeFaults.filter(
          (each) => each.outcome === outcome && says.test(each.message),
        );
        figures[`${fault}.edgeFaults`] = endings.edgeFaults.length;
        options.progress(`${fault}: ${endings.byTier3} of ${count} by tier 3, ${matching.length} reasons`);
        const lacking = broken([
          [endings.scored === count, `${count - endings.scored} were not scored`],
          [endings.byTier3 === count, `${count - endings.byTier3} are not marked as seen by tier 3`],
          [endings.deadLettered === 0, `${endings.deadLettered} became dead letters`],
          [endings.unexplained === 0, `${endings.unexplained} do not say why no better tier saw them`],
          [endings.faults === 0, `${endings.faults} had faults or failures counted`],
          [
            matching.length > 0,
            `void: nothing at tier 2 ended as ${outcome}: ${endings.edgeFaults[0]?.message}`,
          ],
          [fault !== 'killed-host' || edge.kills() > 0, 'void: no process was killed'],
        ]);
        findings.push(...lacking.map((words) => `${fault}: ${words}`));
      } finally {
        await edge.stop();
      }
    }
    findings.push(...(await findViolations(db)));
    faults.unavailable = cloud.state().providers.rekognition.byOutcome.unavailable ?? 0;
    if (!options.isControl && faults.unavailable === 0) findings.push('void: tier 1 never failed');
    return { faults, figures, findings };
  } finally {
    await tier1?.stop();
    await cloud.stop();
    await system.close();
  }
}

async function setFaults(url: string, faults: FaultsJson): Promise<void> {
  const response = await fetch(`${url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`the sandbox refuses the fault: ${await response.text()}`);
}

/** Reads how these captures ended. */
async function readEndings(db: Database, ids: string[]) {
  const list = sql`${sql.param(ids)}::uuid[]`;
  const { rows } = await db.execute<
    Record<'scored' | 'byTier1' | 'byTier3' | 'deadLettered' | 'unexplained' | 'faults', number>
  >(sql`
    select
      count(*) filter (where c.state = 'SCORED' and s.id is not null)::int as "scored",
      count(*) filter (where c.tier = 1 and s.tier = 1)::int as "byTier1",
      count(*) filter (where c.tier = 3 and s.tier = 3)::int as "byTier3",
      count(*) filter (where c.state = 'DEAD_LETTERED')::int as "deadLettered",
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
