import { breakerTransition } from '@gondola/db';
import { decodePhoto } from '@gondola/pipeline/photo-detection';
import { ordinaryRates, renderCapture } from '@gondola/simulator';
import { openPrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { eq } from 'drizzle-orm';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { claimantRounds } from './claimants.ts';
import { judgeOutage } from './judge-outage.ts';
import { capturesFor, type OutageSettings, runOutage } from './run-outage.ts';
import { submitPreprocessed } from './submit-preprocessed.ts';
import { type Variant, variants } from './variants.ts';
import { compressPolicy, timesFaster } from './virtual-time.ts';

interface Load {
  /** Seconds of the fleet's time. */
  outageSeconds: number;
  /** Maximum probes of one outage. */
  probes: number;
  /** Rounds of claimants that request a probe at once. */
  rounds: number;
  /** Kinds of failure, one outage each; none: tier 1 works. */
  variants: readonly Variant[];
}

const loads: Record<DrillSize, Load> = {
  // Long enough for waits of 5, 10, 20 and 40 s, each with its probe.
  small: { outageSeconds: 80, probes: 10, rounds: 10, variants: variants.filter(({ isSmall }) => isSmall) },
  full: { outageSeconds: 600, probes: 25, rounds: 200, variants },
};
const controlSeconds = 10;
const workers = 4;
/** The photo is small, because its transfer costs time that is not the breaker's. */
const photoSize = { width: 160, height: 200 };

/**
 * Makes tier 1 fail in every known way while captures arrive, at a twentieth of the real times. Four workers share one
 * breaker row in Postgres; each has its own connection, breaker and real client. Tier 3 scores what tier 1 does not.
 */
export const cloudOutage = scenario({
  loads,
  control: (load) => ({ ...load, outageSeconds: controlSeconds, variants: [], rounds: 0 }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  // The sandbox accepts any signature, but the SDK needs a key to sign with.
  process.env.AWS_ACCESS_KEY_ID = 'AKIASANDBOX';
  process.env.AWS_SECRET_ACCESS_KEY = 'sandbox';
  const random = seededRandom(options.seed);
  const system = await openPrivateSystem();
  const { db } = system.database;
  const findings: string[] = [];
  const figures: Record<string, number> = { timesFaster };
  const faults: Record<string, number> = {};
  let ordinal = 0;
  try {
    const world = await buildShelfWorld(system, 0);
    await compressPolicy(db);
    const photo = await renderCapture(world.bay, 'outage', { size: photoSize, rates: ordinaryRates });
    const { frame } = await decodePhoto(photo.jpeg);
    const input = { frame, planogram: world.bay.planogram, references: new Map() };
    const outage = async (name: string, variant: OutageSettings['variant']) => {
      const { outageSeconds } = load;
      const count = capturesFor(outageSeconds);
      const captureIds = await submitPreprocessed(system, world, count, ordinal);
      ordinal += count;
      const shared = { system, outageSeconds, workers, photo, input, random, captureIds, variant };
      return runOutage({ ...shared, breakerName: name });
    };

    if (options.isControl) {
      const name = 'rekognition/up';
      const peace = await outage(name, { provider: 'rekognition', fault: null });
      const moved = await db.$count(breakerTransition, eq(breakerTransition.name, name));
      const isFirst = peace.photoOutcomes.every(({ id, tier }) => id !== null || tier === 1);
      figures.calls = peace.watch.calls.length;
      findings.push(
        ...broken([
          [moved === 0 && !peace.wasWritten, `${moved} transitions, row written: ${peace.wasWritten}`],
          [isFirst, 'captures did not get detections from tier 1'],
          [peace.watch.calls.length > 0, 'void: tier 1 was not called'],
        ]),
      );
    }
    for (const variant of load.variants) {
      const name = `${variant.provider}/${variant.name}`;
      const record = await outage(name, variant);
      const verdict = await judgeOutage(db, name, variant, record, load);
      faults[variant.name] = record.watch.calls.filter(({ ok }) => !ok).length;
      for (const [figure, n] of Object.entries(verdict.figures)) figures[`${variant.name}.${figure}`] = n;
      findings.push(...verdict.findings);
      options.progress(`${variant.name}: ${JSON.stringify(verdict.figures)}`);
    }
    const rounds = await claimantRounds(db, load.rounds, random);
    for (const [figure, n] of Object.entries(rounds.figures)) figures[`claimants.${figure}`] = n;
    findings.push(...rounds.findings, ...(await findViolations(db)));
    return { faults, figures, findings };
  } finally {
    await system.close();
  }
}
