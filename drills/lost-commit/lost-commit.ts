import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@gondola/db';
import { acceptCaptures } from '@gondola/pipeline/intake';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { markPreprocessed } from '../../bench/pipeline/mark-preprocessed.ts';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildShelfWorld, type ShelfWorld } from '../shelf-world.ts';
import { readStory } from '../worker-kills/read-story.ts';
import { openCommitProxy } from './commit-proxy.ts';
import { runToScore } from './run-to-score.ts';

const loads: Record<DrillOptions['size'], { onAccept: number; onScore: number }> = {
  small: { onAccept: 60, onScore: 30 },
  full: { onAccept: 1000, onScore: 500 },
};
/** Times that a client asks again before the drill calls the payload lost. */
const mostTries = 30;

/**
 * The database carries a COMMIT out and the connection breaks before the client hears of it. The client can only ask
 * again: on intake a payload must still be one capture with the id of every answer, on scoring a capture must be
 * scored once.
 */
export const lostCommit: Drill = {
  name: 'lost-commit',
  about: 'replies to COMMIT are cut, when captures are accepted and when they are scored',
  mutants: { 'stable-key': './inject/without-stable-key.ts' },
  mutantsIn: 'drill',
  async run(options) {
    const load = loads[options.size];
    options.progress('control run, without faults');
    const control = await oneRun(options, { onAccept: 0, onScore: 0 }, 20);
    const run = await oneRun(options, load, load.onAccept + load.onScore);
    const expected = load.onAccept + load.onScore;
    const cut = (run.faults.cutOnAccept ?? 0) + (run.faults.cutOnScore ?? 0);
    if (cut < expected) run.findings.push(`void: ${cut} of ${expected} replies were cut`);
    const controlHeld = control.findings.length === 0;
    return { ...run, control: controlHeld, held: run.findings.length === 0 && controlHeld };
  },
};

async function oneRun(
  options: DrillOptions,
  load: { onAccept: number; onScore: number },
  payloads: number,
): Promise<DrillReport> {
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
    options.progress(`${payloads} payloads handed in, ${cutOnAccept} replies cut`);

    const scoring = await acceptInPeace(system, world, Math.max(5, load.onScore));
    await markPreprocessed(system, scoring);
    wanted = cutOnAccept + load.onScore;
    const tools = { ...benchTools(system), db: doubtful.db };
    for (const id of scoring) await runToScore(system, id, tools);
    const cutOnScore = proxy.cuts() - cutOnAccept;
    options.progress(`${scoring.length} captures scored, ${cutOnScore} replies cut`);

    const story = await readStory(system.database.db, scoring);
    const findings = [
      ...accepted.findings,
      ...(await checkInvariants(system.database.db)).flatMap((report) =>
        report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
      ),
    ];
    const expectations: [boolean, string][] = [
      [accepted.rows === payloads, `${accepted.rows} captures for ${payloads} payloads`],
      [accepted.jobs === payloads, `${accepted.jobs} jobs for ${payloads} captures`],
      [story.terminal === scoring.length, `${scoring.length - story.terminal} captures were not scored`],
      [story.doubleScored === 0, `${story.doubleScored} captures were scored more than once`],
      [story.repeatedMoves === 0, `${story.repeatedMoves} moves were made twice`],
      [story.deadLettered === 0, `${story.deadLettered} healthy captures were set aside`],
    ];
    findings.push(...expectations.flatMap(([holds, words]) => (holds ? [] : [words])));
    return {
      drill: 'lost-commit',
      seed: options.seed,
      size: options.size,
      mutant: options.mutant,
      faults: { cutOnAccept, cutOnScore },
      figures: {
        payloads,
        captures: accepted.rows,
        asksWithoutAnswer: accepted.unanswered,
        scored: story.terminal,
        doubleScored: story.doubleScored,
        repeatedMoves: story.repeatedMoves,
      },
      control: true,
      held: findings.length === 0,
      findings,
    };
  } finally {
    await doubtful.close();
    await proxy.stop();
    await system.close();
  }
}

/** Hands payloads in over the doubtful connection, four at a time, each until it is answered. */
async function acceptAll(system: PrivateSystem, doubtful: Database, world: ShelfWorld, payloads: number) {
  const tools = { db: doubtful, queue: system.queue.queue };
  const findings: string[] = [];
  const answered = new Map<number, string>();
  let unanswered = 0;
  let next = 0;
  const client = async () => {
    for (let ordinal = next++; ordinal < payloads; ordinal = next++) {
      for (let tries = 0; !answered.has(ordinal) && tries < mostTries; tries++) {
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
  if (new Set(answered.values()).size < answered.size) findings.push('two payloads were given one id');
  const { rows } = await system.database.db.execute<{ captures: number; jobs: number; known: number }>(sql`
    select (select count(*)::int from capture) as captures,
      (select count(*)::int from pgboss.job where name = 'preprocess') as jobs,
      (select count(*)::int from capture where id = any(${sql.param([...answered.values()])}::uuid[])) as known`);
  const counted = rows[0] ?? { captures: 0, jobs: 0, known: 0 };
  if (counted.known < answered.size)
    findings.push(`lost: ${answered.size - counted.known} answered captures`);
  return { findings, unanswered, rows: counted.captures, jobs: counted.jobs };
}

/** Captures to score, accepted over a connection that nobody cuts. */
async function acceptInPeace(system: PrivateSystem, world: ShelfWorld, count: number): Promise<string[]> {
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
