import { setTimeout as sleep } from 'node:timers/promises';
import { capture, type Database } from '@gondola/db';
import { inArray, sql } from 'drizzle-orm';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { handIn } from '../hand-in.ts';
import type { ShelfWorld } from '../shelf-world.ts';

/** So far apart that one capture is done before the next comes: what is measured is the way, not a queue. */
const apartMs = 2500;
const patienceMs = 60_000;

/** Hands live captures in one after another and answers how long each took from accepted to scored, in seconds. */
export async function measureLive(
  system: PrivateSystem,
  world: ShelfWorld,
  { count, firstOrdinal }: { count: number; firstOrdinal: number },
): Promise<number[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    ids.push(...(await handIn(system, world, 1, firstOrdinal + i)));
    await sleep(apartMs);
  }
  const until = performance.now() + patienceMs;
  for (;;) {
    const seconds = await readSeconds(system.database.db, ids);
    if (seconds.length === ids.length) return seconds;
    if (performance.now() > until)
      throw new Error(`${ids.length - seconds.length} live captures were not scored`);
    await sleep(300);
  }
}

async function readSeconds(db: Database, ids: string[]): Promise<number[]> {
  const rows = await db
    .select({
      seconds: sql<number | null>`extract(epoch from ${capture.scoredAt} - ${capture.receivedAt})::float8`,
    })
    .from(capture)
    .where(inArray(capture.id, ids));
  return rows.flatMap(({ seconds }) => seconds ?? []);
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
