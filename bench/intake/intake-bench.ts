import { cpus, loadavg } from 'node:os';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { type Benchmark, type BenchmarkReport, meetsGoals } from '../benchmark.ts';
import { medianOf } from '../median-of.ts';
import { apiLoad, functionLoad, helloLoad, insertLoad, type Load } from './loads.ts';
import { makeDevices } from './make-devices.ts';
import { startServer } from './start-server.ts';

/** Measurements of each load. Rounds are interleaved, so that other load on the machine affects all of them alike. */
const rounds = 5;
const roundMs = 1_400;
const warmUpMs = 1_500;
/** Limit of the whole measurement: a busy machine makes fewer rounds. */
const maxMs = 60_000;
const connections = 16;

/**
 * Measures how fast captures are accepted, deduplicated and enqueued, all durable. One baseline is one-row INSERTs in
 * transactions of their own, through the same driver on the same Postgres. The other is an empty mutation on the same
 * server stack. The clients of every load run in this process.
 */
export const intakeBench: Benchmark = {
  name: 'intake',
  about:
    'captures accepted per second, by function and by API, against one-row inserts and an empty mutation',
  async run(progress) {
    const system = await openPrivateSystem();
    const closing: (() => Promise<unknown>)[] = [() => system.close()];
    try {
      const [loadAverageBefore = Number.NaN] = loadavg();
      const loads = await openLoads(system, closing);
      const started = performance.now();
      const rates = new Map<string, number[]>(Object.keys(loads).map((name) => [name, []]));
      for (const [name, load] of Object.entries(loads)) {
        progress(`warming up: ${name}`);
        await perSecond(load, warmUpMs);
      }
      for (let round = 1; round <= rounds && performance.now() - started < maxMs; round++) {
        progress(`round ${round} of ${rounds}`);
        for (const [name, load] of Object.entries(loads))
          rates.get(name)?.push(await perSecond(load, roundMs));
      }
      return report(rates, loadAverageBefore);
    } finally {
      for (const close of closing.toReversed()) await close();
    }
  },
};

async function openLoads(system: PrivateSystem, closing: (() => Promise<unknown>)[]) {
  const devices = await makeDevices(system.database.db);
  const api = await startServer('./api-server.ts', {
    DATABASE_URL: system.url,
    GONDOLA_DATA_DIR: system.dataDir,
    OBJECT_STORE: system.objectStore,
    PORT_API: '0',
    PORT_METRICS: '0',
    LOG_LEVEL: 'warn',
  });
  closing.push(() => api.stop());
  const hello = await startServer('./hello-server.ts');
  closing.push(() => hello.stop());
  const tools = { db: system.database.db, queue: system.queue.queue };
  const single = { loops: connections, size: 1, again: false };
  const batch = { loops: 4, size: 100, again: false };
  const loads = {
    insert: await insertLoad(system.url),
    functionBatch: functionLoad(tools, devices, false),
    functionBatchTwice: functionLoad(tools, devices, true),
    apiBatch: apiLoad(api.origin, devices, batch),
    apiBatchTwice: apiLoad(api.origin, devices, { ...batch, again: true }),
    hello: helloLoad(hello.origin, connections),
    apiSingle: apiLoad(api.origin, devices, single),
  } satisfies Record<string, Load>;
  for (const load of Object.values(loads)) closing.push(() => load.close());
  return loads;
}

async function perSecond({ loops, once }: Load, ms: number): Promise<number> {
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: loops }, async (_, loop) => {
      while (performance.now() - started < ms) done += await once(loop);
    }),
  );
  return (done / (performance.now() - started)) * 1000;
}

function report(rates: Map<string, number[]>, loadAverageBefore: number): BenchmarkReport {
  const rate = (name: string) => medianOf(rates.get(name) ?? []);
  const over = (name: string, baseline: string) =>
    medianOf(
      (rates.get(name) ?? []).map((value, round) => value / (rates.get(baseline)?.[round] ?? Number.NaN)),
    );
  const figures = Object.fromEntries(
    [...rates.keys()].map((name) => [`${name}PerSecond`, Math.round(rate(name))]),
  );
  const result: Omit<BenchmarkReport, 'goalsMet'> = {
    bench: 'intake',
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
    ratios: {
      functionBatchOverInsert: round(over('functionBatch', 'insert')),
      functionBatchTwiceOverInsert: round(over('functionBatchTwice', 'insert')),
      apiBatchOverInsert: round(over('apiBatch', 'insert')),
      apiBatchTwiceOverInsert: round(over('apiBatchTwice', 'insert')),
      apiSingleOverHello: round(over('apiSingle', 'hello')),
    },
    // Load of the whole machine: above the number of cores, waiting hides the cost of the work itself.
    figures: { ...figures, loadAverageBefore: round(loadAverageBefore) },
    goals: {
      functionBatchOverInsert: { min: 1 },
      apiBatchOverInsert: { min: 0.5 },
      apiSingleOverHello: { min: 0.4 },
    },
  };
  return { ...result, goalsMet: meetsGoals(result) };
}

const round = (value: number) => Math.round(value * 100) / 100;
