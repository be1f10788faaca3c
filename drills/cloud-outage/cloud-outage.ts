import { breakerTransition } from '@gondola/db';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { decodePhoto } from '@gondola/pipeline/vision';
import { ordinaryRates, renderCapture } from '@gondola/simulator';
import { eq } from 'drizzle-orm';
import { openPrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { Drill, DrillOptions } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildShelfWorld } from '../shelf-world.ts';
import { claimantRounds } from './claimants.ts';
import { handInPreprocessed } from './hand-in-preprocessed.ts';
import { judgeOutage } from './judge-outage.ts';
import { capturesFor, type OutageSettings, runOutage } from './run-outage.ts';
import { variants } from './variants.ts';
import { compressPolicy, timesFaster } from './virtual-time.ts';

/** Seconds are the fleet's. */
const loads: Record<DrillOptions['size'], { outageSeconds: number; probes: number; rounds: number }> = {
  // Long enough for waits of 5, 10, 20 and 40 s, each with its probe.
  small: { outageSeconds: 80, probes: 10, rounds: 10 },
  full: { outageSeconds: 600, probes: 25, rounds: 200 },
};
const controlSeconds = 10;
const workers = 4;
/** The photo is small: its way to the provider costs time that is not the breaker's. */
const photoSize = { width: 160, height: 200 };

/**
 * Tier 1 fails in every way it knows while captures keep coming, at a twentieth of the real times. Four workers with a
 * connection, a breaker and a real client each share one row in Postgres; tier 3 answers what tier 1 does not.
 */
export const cloudOutage: Drill = {
  name: 'cloud-outage',
  about: 'tier 1 is down: 503, 429, hanging, half errors, slow, refused, reset, nonsense, no name, flapping',
  mutants: {
    'no-breaker': './inject/without-breaker.ts',
    'single-probe': './inject/without-single-probe.ts',
    'retry-after': './inject/without-retry-after.ts',
  },
  mutantsIn: 'drill',
  async run(options) {
    // The sandbox takes any signature; the SDK wants something to sign with.
    process.env.AWS_ACCESS_KEY_ID = 'AKIASANDBOX';
    process.env.AWS_SECRET_ACCESS_KEY = 'sandbox';
    const load = loads[options.size];
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
      const outage = async (name: string, variant: OutageSettings['variant'], outageSeconds: number) => {
        const count = capturesFor(outageSeconds);
        const captureIds = await handInPreprocessed(system, world, count, ordinal);
        ordinal += count;
        const shared = { system, outageSeconds, workers, photo, input, random, captureIds, variant };
        return runOutage({ ...shared, breakerName: name });
      };

      options.progress('control run, without faults');
      const controlName = 'rekognition/control';
      const peace = await outage(controlName, { provider: 'rekognition', fault: null }, controlSeconds);
      const moved = await db.$count(breakerTransition, eq(breakerTransition.name, controlName));
      const isQuiet = moved === 0 && !peace.wasWritten;
      const isFirst = peace.climbed.every(({ id, tier }) => id !== null || tier === 1);
      if (!isQuiet) findings.push(`control: ${moved} transitions, row written: ${peace.wasWritten}`);
      if (!isFirst) findings.push('control: captures were not answered by tier 1');
      figures.controlCalls = peace.watch.calls.length;

      for (const variant of variants) {
        if (options.size === 'small' && !variant.isSmall) continue;
        const name = `${variant.provider}/${variant.name}`;
        const record = await outage(name, variant, load.outageSeconds);
        const verdict = await judgeOutage(db, name, variant, record, load);
        faults[variant.name] = record.watch.calls.filter(({ ok }) => !ok).length;
        for (const [figure, n] of Object.entries(verdict.figures)) figures[`${variant.name}.${figure}`] = n;
        findings.push(...verdict.findings);
        options.progress(`${variant.name}: ${JSON.stringify(verdict.figures)}`);
      }

      const rounds = await claimantRounds(db, load.rounds, random);
      for (const [figure, n] of Object.entries(rounds.figures)) figures[`claimants.${figure}`] = n;
      findings.push(...rounds.findings);
      findings.push(
        ...(await checkInvariants(db)).flatMap((report) =>
          report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
        ),
      );
      return {
        drill: 'cloud-outage',
        seed: options.seed,
        size: options.size,
        mutant: options.mutant,
        faults,
        figures,
        control: isQuiet && isFirst,
        held: findings.length === 0,
        findings,
      };
    } finally {
      await system.close();
    }
  },
};
