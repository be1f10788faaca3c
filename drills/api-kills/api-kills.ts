import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deviceKey, store } from '@gondola/db';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { sql } from 'drizzle-orm';
import { ApiFleet, freePorts } from '../api-fleet.ts';
import { type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { judgeHistory } from './judge-history.ts';
import { type Ask, submitUntilAnswered } from './submit-until-answered.ts';

interface Load {
  payloads: number;
  kills: number;
  limitSeconds: number;
}

const loads: Record<DrillSize, Load> = {
  small: { payloads: 240, kills: 6, limitSeconds: 90 },
  full: { payloads: 3000, kills: 100, limitSeconds: 1200 },
};
const processes = 2;
const clients = 8;

/**
 * Devices submit captures, each twice, while the API's processes are killed with SIGKILL. A device asks again, at any
 * process, until it gets an answer. Every answered capture exists. An unanswered one exists once or not at all. A
 * payload has one id, at every process and every time.
 */
export const apiKills = scenario({
  loads,
  control: (load) => ({ ...load, payloads: 40, kills: 0 }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const system = await openPrivateSystem();
  try {
    const key = await addDevice(system);
    const api = new ApiFleet(system, await freePorts(processes), {
      injections: options.injections,
      env: { LOG_LEVEL: 'info' },
    });
    const { history, sigkill } = await api.during(() => submitUnderKills(api, key, load, options));
    return await judge(load, system, history, sigkill);
  } finally {
    await system.close();
  }
}

async function submitUnderKills(api: ApiFleet, key: string, load: Load, options: RunOptions) {
  const random = seededRandom(options.seed);
  const history: Ask[] = [];
  let sigkill = 0;
  api.start(processes);
  await api.untilReady();
  const sent = { next: 0, done: 0 };
  const client = async () => {
    while (sent.next < load.payloads) {
      const ordinal = sent.next++;
      // A second submission after the answer must get the same id.
      for (let send = 0; send < 2; send++)
        await submitUntilAnswered({ urls: api.urls, key, ordinal, random, history });
      sent.done += 1;
    }
  };
  const started = performance.now();
  const killer = async () => {
    while (sent.done < load.payloads && (performance.now() - started) / 1000 < load.limitSeconds) {
      // Kills are spread over the load, so that they affect the last payloads as well as the first.
      const due = Math.ceil((sent.done / load.payloads) * load.kills) + 1;
      if (sigkill < Math.min(due, load.kills) && api.kill(Math.floor(random() * processes))) {
        sigkill += 1;
        options.progress(`${sent.done} of ${load.payloads} payloads, ${sigkill} kills`);
      }
      await sleep(40 + random() * 120);
    }
  };
  await Promise.all([...Array.from({ length: clients }, client), killer()]);
  return { history, sigkill };
}

async function addDevice({ database: { db } }: PrivateSystem): Promise<string> {
  const key = `gnd_${randomBytes(32).toString('base64url')}`;
  const [shop] = await db.insert(store).values({ code: '0421', name: 'Drill store' }).returning();
  if (!shop) throw new Error('no store');
  await db.insert(deviceKey).values({
    storeId: shop.id,
    name: 'drill camera',
    sha256: createHash('sha256').update(key).digest('hex'),
    // The drill sends faster than any camera; quotas have their own tests.
    capturesPerMinute: 1_000_000,
  });
  return key;
}

async function judge(
  load: Load,
  system: PrivateSystem,
  history: readonly Ask[],
  sigkill: number,
): Promise<RunReport> {
  const { db } = system.database;
  const { rows } = await db.execute<{ id: string; ordinal: number }>(
    sql`select id, (payload->>'ordinal')::int as ordinal from capture`,
  );
  const { rows: jobs } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pgboss.job where name = 'preprocess'`,
  );
  const findings = [...judgeHistory(history, rows, load.payloads), ...(await findViolations(db))];
  if (jobs[0]?.count !== rows.length) findings.push(`${jobs[0]?.count} jobs for ${rows.length} captures`);
  const brokenAsks = history.filter(({ captureId }) => captureId === null).length;
  if (sigkill < load.kills) findings.push(`void: ${sigkill} of ${load.kills} kills`);
  if (load.kills > 0 && brokenAsks === 0) findings.push('void: no kill interrupted a request');
  return {
    faults: { sigkill, brokenAsks },
    figures: { payloads: load.payloads, captures: rows.length, asks: history.length },
    findings,
  };
}
