import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Trial, tryMutations } from '../packages/pipeline/src/planogram/fuzz/try-mutations.testing.ts';

/** One file has at most 8 MiB; reading it may take this long before it counts as a hang. */
const maxSilenceMs = 20_000;
const maxMemoryMb = 512;

if (isMainThread) await supervise();
else run(workerData as { count: number; seed: number });

/** Tries the mutations in a thread with limited memory, and ends it when a file takes too long. Prints figures for each format. */
async function supervise(): Promise<void> {
  const { values } = parseArgs({
    options: { mutations: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
  });
  const data = { count: Number(values.mutations), seed: Number(values.seed) };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  });
  const trials: Trial[] = [];
  let last = Date.now();
  const watch = setInterval(() => {
    if (Date.now() - last < maxSilenceMs) return;
    console.error(`mutation ${trials.length + 1} of seed ${data.seed} hangs`);
    process.exit(1);
  }, 1_000);
  worker.on('message', (trial: Trial) => {
    trials.push(trial);
    last = Date.now();
  });
  const failure = await new Promise<Error | null>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', () => resolve(null));
  });
  clearInterval(watch);
  print(trials);
  if (failure !== null) console.error(`mutation ${trials.length + 1} of seed ${data.seed} crashed:`, failure);
  const faults = trials.flatMap((trial, i) => trial.faults.map((fault) => `mutation ${i + 1}: ${fault}`));
  for (const fault of faults.slice(0, 20)) console.error(fault);
  process.exitCode = failure === null && faults.length === 0 && trials.length === data.count ? 0 : 1;
}

function run({ count, seed }: { count: number; seed: number }): void {
  for (const trial of tryMutations(count, seed)) parentPort?.postMessage(trial);
}

function print(trials: readonly Trial[]): void {
  console.table(
    Object.fromEntries(
      [...Map.groupBy(trials, ({ format }) => format)].map(([format, of]) => {
        const times = of.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b);
        const at = (share: number) =>
          Math.round((times[Math.floor((times.length - 1) * share)] ?? 0) * 10) / 10;
        return [
          format,
          {
            files: of.length,
            imported: of.filter(({ outcome }) => outcome === 'imported').length,
            faults: of.filter(({ faults }) => faults.length > 0).length,
            'median CPU ms': at(0.5),
            '99 % CPU ms': at(0.99),
            'longest CPU ms': at(1),
          },
        ];
      }),
    ),
  );
}
