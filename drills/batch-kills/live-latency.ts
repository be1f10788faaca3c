import { setTimeout as sleep } from 'node:timers/promises';
import { capture, type Database } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { handIn } from '../hand-in.ts';
import type { ShelfWorld } from '../shelf-world.ts';

const patienceMs = 60_000;
const lookEveryMs = 100;

interface Asked {
  count: number;
  firstOrdinal: number;
  /** Asked before each: no more are handed in once it says no. */
  goOn?(): Promise<boolean>;
}

/**
 * Hands live captures in, each when the one before it is scored, so that what is measured is the way and not a queue.
 * Answers how long each took from accepted to scored, in seconds.
 */
export async function measureLive(
  system: PrivateSystem,
  world: ShelfWorld,
  { count, firstOrdinal, goOn }: Asked,
): Promise<number[]> {
  const seconds: number[] = [];
  while (seconds.length < count && (goOn === undefined || (await goOn()))) {
    const [id = ''] = await handIn(system, world, 1, firstOrdinal + seconds.length);
    seconds.push(await untilScored(system.database.db, id));
  }
  return seconds;
}

async function untilScored(db: Database, id: string): Promise<number> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const [row] = await db
      .select({
        seconds: sql<number | null>`extract(epoch from ${capture.scoredAt} - ${capture.receivedAt})::float8`,
      })
      .from(capture)
      .where(eq(capture.id, id));
    if (typeof row?.seconds === 'number') return row.seconds;
    if (performance.now() > until) throw new Error('a live capture was not scored');
    await sleep(lookEveryMs);
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
