import { setTimeout as sleep } from 'node:timers/promises';
import { capture, type Database } from '@gondola/db';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import type { ShelfWorld } from '@gondola/testkit/shelf-world';
import { submitCaptures } from '@gondola/testkit/submit-captures';
import { eq, sql } from 'drizzle-orm';

const patienceMs = 60_000;
const searchEveryMs = 100;

interface Asked {
  count: number;
  firstOrdinal: number;
  /** Called before each capture: false ends the measurement. */
  goOn?(): Promise<boolean>;
}

/**
 * Submits live captures one after the other, each when the previous one is scored, so that no queue is measured.
 * Returns the seconds from accepted to scored for each capture.
 */
export async function measureLive(
  system: PrivateSystem,
  world: ShelfWorld,
  { count, firstOrdinal, goOn }: Asked,
): Promise<number[]> {
  const seconds: number[] = [];
  while (seconds.length < count && (goOn === undefined || (await goOn()))) {
    const [id = ''] = await submitCaptures(system, world, 1, firstOrdinal + seconds.length);
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
    await sleep(searchEveryMs);
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
