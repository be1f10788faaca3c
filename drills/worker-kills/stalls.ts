import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { sql } from 'drizzle-orm';

export interface Stalls {
  injections: readonly string[];
  env: Record<string, string>;
  /**
   * Returns the stalled worker's job to its queue, so that a second worker takes it. Returns false when no worker is
   * stalled.
   */
  lapse(): Promise<boolean>;
  count(): number;
}

/** Stalls workers at the end of their work, `count` times, until a second worker does the same work. */
export async function openStalls(system: PrivateSystem, count: number): Promise<Stalls> {
  const folder = join(system.dataDir, 'stalls');
  await mkdir(folder);
  const lapsed = new Set<string>();
  return {
    injections: count > 0 ? ['./inject/stalled-worker.ts'] : [],
    env: { STALLED_IN: folder, STALLS: String(count) },
    async lapse() {
      if (!(await readdir(folder)).includes('stalling')) return false;
      const captureId = await readFile(join(folder, 'stalling'), 'utf8').catch(() => '');
      if (captureId === '' || lapsed.has(captureId)) return captureId !== '';
      const { rowCount } = await system.database.db.execute(sql`
        update pgboss.job set state = 'retry', start_after = now(), started_on = null, heartbeat_on = null
        where state = 'active' and id = (select job_id from capture where id = ${captureId})`);
      if (rowCount === 1) lapsed.add(captureId);
      return true;
    },
    count: () => lapsed.size,
  };
}
