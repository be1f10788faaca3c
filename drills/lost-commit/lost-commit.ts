import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@gondola/db';
import { acceptCaptures } from '@gondola/pipeline/intake';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { buildShelfWorld, type ShelfWorld } from '@gondola/testkit/shelf-world';
import { sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { markPreprocessed } from '../../bench/pipeline/mark-preprocessed.ts';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { readOutcomes } from '../worker-kills/read-outcomes.ts';
import { openCommitProxy } from './commit-proxy.ts';
import { runToScore } from './run-to-score.ts';

interface Load {
  payloads: number;
  /** Replies to cut. */
  onAccept: number;
  onScore: number;
}

const loads: Record<DrillSize, Load> = {
  small: { payloads: 90, onAccept: 60, onScore: 30 },
  full: { payloads: 1500, onAccept: 1000, onScore: 500 },
};
/** Maximum tries of a client before the drill counts the payload as lost. */
const maxTries = 30;

/**
 * The database executes a COMMIT, and the connection breaks before the client gets the reply. The client can only ask
 * again. At intake a payload must still become one capture, with the id of every answer. In scoring a capture must be
 * scored once.
 */
export const lostCommit = scenario({
  loads,
  control: () => ({ payloads: 20, onAccept: 0, onScore: 0 }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const { payloads } = load;
  const random = seededRandom(options.seed);
  const system = await openPrivateSystem();
  let wanted = 0;
  const proxy = await openCommitProxy(system.url, () => proxy.cuts() < wanted && random() < 0.7);
  const doubtful = openDatabase(proxy.url, { maxConnections: 4 });
  try {
    const world = await buildShelfWorld(system, 1);
    wanted = load.onAccept;
    const accepted = await acceptAll(system, doubtful.db, world, payloads);
    const cutOnAccept = proxy.cuts();
    options.progress(`${payloads} payloads submitted, ${cutOnAccept} replies cut`);

    const scoring = await acceptWithoutFaults(system, world, Math.max(5, load.onScore));
    await markPreprocessed(system, scoring);
    wanted = cutOnAccept + load.onScore;
    const tools = { ...benchTools(system), db: doubtful.db };
    for (const id of scoring) await runToScore(system, id, tools);
    const cutOnScore = proxy.cuts() - cutOnAccept;
    options.progress(`${scoring.length} captures scored, ${cutOnScore} replies cut`);

    const outcomes = await readOutcomes(system.database.db, scoring);
    const findings = [
      ...accepted.findings,
      ...(await findViolations(system.database.db)),
      ...broken([
        [accepted.rows === payloads, `${accepted.rows} captures for ${payloads} payloads`],
        [accepted.jobs === payloads, `${accepted.jobs} jobs for ${payloads} captures`],
        [
          outcomes.terminal === scoring.length,
          `${scoring.length - outcomes.terminal} captures were not scored`,
        ],
        [outcomes.doubleScored === 0, `${outcomes.doubleScored} captures were scored more than once`],
        [outcomes.repeatedMoves === 0, `${outcomes.repeatedMoves} moves were made twice`],
        [outcomes.deadLettered === 0, `${outcomes.deadLettered} healthy captures became dead letters`],
        [
          cutOnAccept + cutOnScore >= load.onAccept + load.onScore,
          `void: ${cutOnAccept} and ${cutOnScore} replies were cut`,
        ],
      ]),
    ];
    return {
      faults: { cutOnAccept, cutOnScore },
      figures: {
        payloads,
        captures: accepted.rows,
        asksWithoutAnswer: accepted.unanswered,
        scored: outcomes.terminal,
        doubleScored: outcomes.doubleScored,
        repeatedMoves: outcomes.repeatedMoves,
      },
      findings,
    };
  } finally {
    await doubtful.close();
    await proxy.stop();
    await system.close();
  }
}

/** Submits payloads over the failing connection, four at a time, each until it is answered. */
async function acceptAll(system: PrivateSystem, doubtful: Database, world: ShelfWorld, payloads: number) {
  const tools = { db: doubtful, queue: system.queue.queue };
  const findings: string[] = [];
  const answered = new Map<number, string>();
  let unanswered = 0;
  let next = 0;
  const client = async () => {
    for (let ordinal = next++; ordinal < payloads; ordinal = next++) {
      for (let tries = 0; !answered.has(ordinal) && tries < maxTries; tries++) {
        const result = await acceptCaptures(tools, world.device, [payloadOf(world, ordinal)]).catch(() => {
          unanswered += 1;
          return null;
        });
        if (result?.[0] && 'captureId' in result[0]) answered.set(ordinal, result[0].captureId);
        else await sleep(5);
      }
    }
  };
  await Promise.all([client(), client(), client(), client()]);
  if (answered.size < payloads) findings.push(`${payloads - answered.size} payloads were never answered`);
  if (new Set(answered.values()).size < answered.size) findings.push('two payloads got one id');
  const { rows } = await system.database.db.execute<{ captures: number; jobs: number; known: number }>(sql`
    select (select count(*)::int from capture) as captures,
      (select count(*)::int from pgboss.job where name = 'preprocess') as jobs,
      (select count(*)::int from capture where id = any(${sql.param([...answered.values()])}::uuid[])) as known`);
  const counted = rows[0] ?? { captures: 0, jobs: 0, known: 0 };
  if (counted.known < answered.size)
    findings.push(`lost: ${answered.size - counted.known} answered captures`);
  return { findings, unanswered, rows: counted.captures, jobs: counted.jobs };
}

/** Makes captures to score, accepted over a connection without faults. */
async function acceptWithoutFaults(
  system: PrivateSystem,
  world: ShelfWorld,
  count: number,
): Promise<string[]> {
  const tools = { db: system.database.db, queue: system.queue.queue };
  const payloads = Array.from({ length: count }, (_, i) => payloadOf(world, 500_000 + i));
  const results = await acceptCaptures(tools, world.device, payloads);
  return results.flatMap((result) => ('captureId' in result ? [result.captureId] : []));
}

const payloadOf = (world: ShelfWorld, ordinal: number) => ({
  schema_version: 1,
  store_id: world.device.storeCode,
  aisle: world.aisle,
  timestamp: new Date(Date.UTC(2026, 9, 1, 9, 0, ordinal)).toISOString(),
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: world.label,
  capture_resolution: '1080x1350',
  image_url: `https://photos.example/${ordinal}.jpg`,
});
