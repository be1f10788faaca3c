import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@gondola/db';
import { breakerRows } from '@gondola/pipeline/breakers';
import type { RemoteTier } from '@gondola/pipeline/cloud-tiers';
import { type Attempt, createFleetBreaker, type LadderStep, runLadder } from '@gondola/pipeline/inference';
import type { TierInput } from '@gondola/pipeline/photo-detection';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { runToScore } from '../lost-commit/run-to-score.ts';
import { timesFaster } from './virtual-time.ts';
import { type Watch, watched } from './watched-breaker.ts';

/**
 * One photo in the fleet's queue. Photos with an id are captures that go through the stages; the others only go through
 * the ladder.
 */
export interface QueuedPhoto {
  id: string | null;
  arrivedMs: number;
}

/** The result of one photo. */
export interface PhotoOutcome {
  id: string | null;
  arrivedMs: number;
  fromMs: number;
  toMs: number;
  /** The tier that gave detections; null without any. For captures with an id the database has the tier. */
  tier: number | null;
  attempts: Attempt[];
}

export interface FleetSettings {
  system: PrivateSystem;
  breakerName: string;
  workers: number;
  input: TierInput;
  random: () => number;
  /** Opens one client for each worker, because workers do not share connections. */
  openTier(): Promise<RemoteTier>;
  watch: Watch;
}

/**
 * Starts workers, each with a database connection, a breaker and a client of the provider. Each handles one photo at a
 * time, as the stage does. `stop` resolves when the queue is empty and all workers have ended.
 */
export async function startFleet(settings: FleetSettings) {
  const { system, breakerName, workers, input, random, watch } = settings;
  const queue: QueuedPhoto[] = [];
  const photoOutcomes: PhotoOutcome[] = [];
  const sharedStateLosses: string[] = [];
  let stopping = false;

  async function work(db: Database, owner: string, tier: RemoteTier): Promise<void> {
    const breaker = createFleetBreaker(breakerName, {
      sharedState: breakerRows(db, random),
      owner,
      // The breaker trusts its view for one second of the fleet's time.
      now: () => performance.now() * timesFaster,
      random,
      onSharedStateLost: (error) => sharedStateLosses.push(String(error)),
    });
    const bench = benchTools(system);
    const cloud: LadderStep = {
      tier,
      breaker: watched(breaker, watch),
      threshold: { minDetections: 1, minMeanConfidence: 0.3 },
    };
    const tools = { ...bench, db, ladder: [cloud, ...bench.ladder], openPhoto: async () => input.frame };
    while (!stopping || queue.length > 0) {
      const photo = queue.shift();
      if (!photo) {
        await sleep(2);
        continue;
      }
      const fromMs = Date.now();
      const { tier: answered, attempts } = photo.id
        ? await runToScore(system, photo.id, tools).then(() => ({ tier: null, attempts: [] }))
        : await runLadder(tools.ladder, input, tools, new AbortController().signal).then(
            (answer) => ({ tier: answer.tier.tier, attempts: answer.attempts }),
            () => ({ tier: null, attempts: [] }),
          );
      photoOutcomes.push({ ...photo, fromMs, toMs: Date.now(), tier: answered, attempts });
    }
  }

  const started = await Promise.all(
    Array.from({ length: workers }, async (_, i) => {
      const database = openDatabase(system.url, { maxConnections: 2 });
      const tier = await settings.openTier();
      return { database, tier, done: work(database.db, `worker-${i + 1}`, tier) };
    }),
  );
  return {
    queue,
    photoOutcomes,
    sharedStateLosses,
    async stop(): Promise<void> {
      stopping = true;
      for (const { done } of started) await done;
      for (const { database, tier } of started) {
        await tier.stop();
        await database.close();
      }
    },
  };
}
