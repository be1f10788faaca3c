import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deviceKey, store } from '@gondola/db';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { sql } from 'drizzle-orm';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { ApiFleet } from '../api-fleet.ts';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { judgeHistory } from './judge-history.ts';
import { type Ask, submitUntilAnswered } from './submit-until-answered.ts';

interface Load {
  payloads: number;
  kills: number;
  limitSeconds: number;
}

const loads: Record<DrillOptions['size'], Load> = {
  small: { payloads: 240, kills: 6, limitSeconds: 90 },
  full: { payloads: 3000, kills: 100, limitSeconds: 1200 },
};
const processes = 2;
const clients = 8;

/**
 * Devices hand captures in, each twice, while the API's processes are killed with SIGKILL. A device asks again, at any
 * process, until it is answered. Whatever was answered is there; what was not is there once or not at all; and a
 * payload has one id, whoever was asked and however often.
 */
export const apiKills: Drill = {
  name: 'api-kills',
  about: 'SIGKILL of API processes while devices hand captures in and ask again',
  mutants: { 'stable-key': './inject/without-stable-key.ts' },
  mutantsIn: 'children',
  async run(options) {
    const load = loads[options.size];
    options.progress('control run, without kills');
    const control = await oneRun({ ...options, mutant: null }, { ...load, payloads: 40, kills: 0 });
    const run = await oneRun(options, load);
    if ((run.faults.sigkill ?? 0) < load.kills)
      run.findings.push(`void: ${run.faults.sigkill} of ${load.kills} kills`);
    if ((run.faults.brokenAsks ?? 0) === 0) run.findings.push('void: no kill ever hit a request');
    const controlHeld = control.findings.length === 0;
    return { ...run, control: controlHeld, held: run.findings.length === 0 && controlHeld };
  },
};

async function oneRun(options: DrillOptions, load: Load): Promise<DrillReport> {
  const random = seededRandom(options.seed);
  const system = await openPrivateSystem();
  const inject = options.mutant ? (apiKills.mutants[options.mutant] ?? null) : null;
  const api = new ApiFleet(system, { inject, env: { LOG_LEVEL: 'info' } });
  const history: Ask[] = [];
  let sigkill = 0;
  try {
    const key = await addDevice(system);
    await api.start(processes);
    const sent = { next: 0, done: 0 };
    const client = async () => {
      while (sent.next < load.payloads) {
        const ordinal = sent.next++;
        // A second send after the answer: it must be told the same id.
        for (let send = 0; send < 2; send++)
          await submitUntilAnswered({ urls: api.urls, key, ordinal, random, history });
        sent.done += 1;
      }
    };
    const started = performance.now();
    const killer = async () => {
      while (sent.done < load.payloads && (performance.now() - started) / 1000 < load.limitSeconds) {
        // Kills are spread over the load, so that the last payloads meet them as well as the first.
        const due = Math.ceil((sent.done / load.payloads) * load.kills) + 1;
        if (sigkill < Math.min(due, load.kills) && api.kill(Math.floor(random() * processes))) {
          sigkill += 1;
          options.progress(`${sent.done} of ${load.payloads} payloads, ${sigkill} kills`);
        }
        await sleep(40 + random() * 120);
      }
    };
    await Promise.all([...Array.from({ length: clients }, client), killer()]);
    return await judge(options, load, system, history, sigkill);
  } finally {
    await api.stop();
    await system.close();
  }
}

async function addDevice({ database: { db } }: PrivateSystem): Promise<string> {
  const key = `gnd_${randomBytes(32).toString('base64url')}`;
  const [shop] = await db.insert(store).values({ code: '0421', name: 'Drill store' }).returning();
  if (!shop) throw new Error('no store');
  await db.insert(deviceKey).values({
    storeId: shop.id,
    name: 'drill camera',
    sha256: createHash('sha256').update(key).digest('hex'),
    // The drill sends faster than any camera; the quota is another drill's matter.
    capturesPerMinute: 1_000_000,
  });
  return key;
}

async function judge(
  options: DrillOptions,
  load: Load,
  system: PrivateSystem,
  history: readonly Ask[],
  sigkill: number,
): Promise<DrillReport> {
  const { db } = system.database;
  const { rows } = await db.execute<{ id: string; ordinal: number }>(
    sql`select id, (payload->>'ordinal')::int as ordinal from capture`,
  );
  const { rows: jobs } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pgboss.job where name = 'preprocess'`,
  );
  const findings = [
    ...judgeHistory(history, rows, load.payloads),
    ...(await checkInvariants(db)).flatMap((report) =>
      report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
    ),
  ];
  if (jobs[0]?.count !== rows.length) findings.push(`${jobs[0]?.count} jobs for ${rows.length} captures`);
  return {
    drill: 'api-kills',
    seed: options.seed,
    size: options.size,
    mutant: options.mutant,
    faults: { sigkill, brokenAsks: history.filter(({ captureId }) => captureId === null).length },
    figures: { payloads: load.payloads, captures: rows.length, asks: history.length },
    control: true,
    held: findings.length === 0,
    findings,
  };
}
