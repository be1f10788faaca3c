import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@gondola/db';
import { breakerBook } from '@gondola/pipeline/breakers';
import type { RemoteTier } from '@gondola/pipeline/cloud-tiers';
import { type Attempt, climb, createFleetBreaker, type Rung } from '@gondola/pipeline/ladder';
import type { TierInput } from '@gondola/pipeline/vision';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { runToScore } from '../lost-commit/run-to-score.ts';
import { timesFaster } from './virtual-time.ts';
import { type Watch, watched } from './watched-breaker.ts';

/** One photo in the fleet's queue. Those with an id are rows that stages run on; the others climb the ladder alone. */
export interface QueuedPhoto {
  id: string | null;
  arrivedMs: number;
}

/** What became of one. */
export interface Climbed {
  id: string | null;
  arrivedMs: number;
  fromMs: number;
  toMs: number;
  /** Of the tier that answered; null: none did. For rows with an id the table knows. */
  tier: number | null;
  attempts: Attempt[];
}

export interface FleetSettings {
  system: PrivateSystem;
  breakerName: string;
  workers: number;
  input: TierInput;
  random: () => number;
  /** One for each worker: connections are not shared between workers. */
  openTier(): Promise<RemoteTier>;
  watch: Watch;
}

/**
 * Workers with a connection to the database, a breaker and a client of the provider each. One photo at a time each, as
 * the stage has it. `stop` resolves when the queue is empty and everybody has put the work down.
 */
export async function startFleet(settings: FleetSettings) {
  const { system, breakerName, workers, input, random, watch } = settings;
  const queue: QueuedPhoto[] = [];
  const climbed: Climbed[] = [];
  const bookLosses: string[] = [];
  let stopping = false;

  async function work(db: Database, owner: string, tier: RemoteTier): Promise<void> {
    const breaker = createFleetBreaker(breakerName, {
      book: breakerBook(db, random),
      owner,
      // What the breaker trusts for a second it trusts for one of the fleet's.
      now: () => performance.now() * timesFaster,
      random,
      onBookLost: (error) => bookLosses.push(String(error)),
    });
    const bench = benchTools(system);
    const cloud: Rung = {
      tier,
      breaker: watched(breaker, watch),
      floor: { minDetections: 1, minMeanConfidence: 0.3 },
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
        : await climb(tools.ladder, input, tools, new AbortController().signal).then(
            (answer) => ({ tier: answer.tier.tier, attempts: answer.attempts }),
            () => ({ tier: null, attempts: [] }),
          );
      climbed.push({ ...photo, fromMs, toMs: Date.now(), tier: answered, attempts });
    }
  }

  const hands = await Promise.all(
    Array.from({ length: workers }, async (_, i) => {
      const database = openDatabase(system.url, { maxConnections: 2 });
      const tier = await settings.openTier();
      return { database, tier, done: work(database.db, `worker-${i + 1}`, tier) };
    }),
  );
  return {
    queue,
    climbed,
    bookLosses,
    async stop(): Promise<void> {
      stopping = true;
      for (const { done } of hands) await done;
      for (const { database, tier } of hands) {
        await tier.stop();
        await database.close();
      }
    },
  };
}
