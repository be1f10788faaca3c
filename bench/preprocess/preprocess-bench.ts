import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createIsolatedPhotos, decoderEnv } from '@gondola/pipeline/photo-detection';
import { hasRealData, realDataFolder } from '@gondola/testkit/real-data';
import { type Benchmark, type BenchmarkReport, meetsGoals } from '../benchmark.ts';
import { medianOf } from '../median-of.ts';
import { type BenchPhoto, benchPhotos } from './bench-photos.ts';
import { compareSharpness } from './compare-sharpness.ts';
import { type GateProcess, startGate } from './gate-process.ts';

const rounds = 5;

/** Debian's Python first, which has packages for OpenCV and Pillow; the first one in the path may lack them. */
const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import cv2, PIL']).status === 0,
);
const scriptAt = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** Two processes of each gate, one a core, as in a worker. */
type Gates = Record<string, readonly [GateProcess, GateProcess]>;

/**
 * Compares the quality gate (decode and variance) with the usual Python gate and with sharp's bare decode. All run in
 * separate processes and in interleaved rounds. `pythonGate...`: photos a second, ours over Python's, both with the default
 * allocator. `pythonGateAsShipped...`: ours with the worker's settings for decoders.
 */
export const preprocessBench: Benchmark = {
  name: 'preprocess',
  about:
    'the quality gate and the whole reading of photos of 2, 8 and 12 MP, against Python and a bare decode',
  async run(progress) {
    progress('rendering photos');
    const { folder, photos } = await benchPhotos();
    const gates = startGates();
    try {
      const ratios: Record<string, number> = {};
      const figures: Record<string, number> = {};
      for (const photo of photos) await comparePhoto(photo, gates, { ratios, figures }, progress);
      await throughPool(photos, figures, progress);
      if (hasRealData && gates.python) {
        progress('comparing values over all real photos');
        const { compared, equal } = await compareSharpness(realDataFolder, gates.gate[0], gates.python[0]);
        figures.realPhotosCompared = compared;
        ratios.bitEqualToPython = equal / compared;
      }
      const report: Omit<BenchmarkReport, 'goalsMet'> = {
        bench: 'preprocess',
        machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
        ratios,
        figures,
        goals: {
          ...(gates.python && {
            pythonGate2mp: { min: 1.25 },
            pythonGate8mp: { min: 2.3 },
            pythonGate12mp: { min: 1.8 },
          }),
          ...(ratios.bitEqualToPython !== undefined && { bitEqualToPython: { min: 1 } }),
        },
      };
      return { ...report, goalsMet: meetsGoals(report) };
    } finally {
      for (const pair of Object.values(gates)) for (const gate of pair) gate.stop();
      await rm(folder, { recursive: true });
    }
  },
};

function startGates(): Gates & { gate: Gates[string]; python?: Gates[string] } {
  const pair = (command: string, args: string[], env: Record<string, string> = {}) =>
    [startGate(command, args, env), startGate(command, args, env)] as const;
  const node = (mode: string, env = {}) => pair(process.execPath, [scriptAt('node-gate.ts'), mode], env);
  return {
    gate: node('gate'),
    gateAsShipped: node('gate', decoderEnv),
    decode: node('decode'),
    readAsShipped: node('read', decoderEnv),
    ...(python && { python: pair(python, [scriptAt('python-gate.py')]) }),
  };
}

async function comparePhoto(
  { name, file, times }: BenchPhoto,
  gates: Gates,
  { ratios, figures }: Pick<BenchmarkReport, 'ratios' | 'figures'>,
  progress: (message: string) => void,
): Promise<void> {
  const none = () => Object.fromEntries(Object.keys(gates).map((gate): [string, number[]] => [gate, []]));
  const perSecond = none();
  const cpuMs = none();
  for (const pair of Object.values(gates)) await askBoth(pair, file, 2);
  for (let round = 0; round < rounds; round++) {
    for (const [gate, pair] of Object.entries(gates)) {
      const both = await askBoth(pair, file, times);
      perSecond[gate]?.push((2 * times * 1000) / both.wallMs);
      cpuMs[gate]?.push(both.cpuMs / (2 * times));
    }
  }
  for (const gate of Object.keys(gates)) {
    figures[`${gate}PerSecond${name}`] = round2(medianOf(perSecond[gate]));
    figures[`${gate}CpuMs${name}`] = round2(medianOf(cpuMs[gate]));
  }
  const over = (one: string, other: string) =>
    round2(medianOf(perSecond[one]?.map((value, i) => value / (perSecond[other]?.[i] ?? Number.NaN))));
  if (gates.python) {
    ratios[`pythonGate${name}`] = over('gate', 'python');
    ratios[`pythonGateAsShipped${name}`] = over('gateAsShipped', 'python');
    ratios[`pythonGateCpu${name}`] = round2(medianOf(cpuMs.python) / medianOf(cpuMs.gate));
  }
  ratios[`gateOverBareDecode${name}`] = round2(medianOf(cpuMs.gate) / medianOf(cpuMs.decode));
  progress(`${name}: ${JSON.stringify(ratios)}`);
}

async function askBoth(
  pair: readonly [GateProcess, GateProcess],
  file: string,
  times: number,
): Promise<{ wallMs: number; cpuMs: number }> {
  const answers = await Promise.all(pair.map((gate) => gate.ask({ file, times, exact: false })));
  let wallMs = 0;
  let cpuMs = 0;
  for (const answer of answers) {
    if (!answer) throw new Error(`no answer of a gate for ${file}`);
    wallMs = Math.max(wallMs, answer.wallMs);
    cpuMs += answer.cpuMs;
  }
  return { wallMs, cpuMs };
}

/** Measures reading through the worker's pool: two decoding processes that return pictures and frames. */
async function throughPool(
  photos: readonly BenchPhoto[],
  figures: Record<string, number>,
  progress: (message: string) => void,
): Promise<void> {
  progress('reading through the pool');
  const pool = createIsolatedPhotos({ processes: 2 });
  for (const { name, file, times } of photos) {
    const bytes = await readFile(file);
    const readAll = (count: number) => Promise.all(Array.from({ length: count }, () => pool.read(bytes)));
    await readAll(4);
    const started = performance.now();
    await readAll(2 * times);
    figures[`pooledReadPerSecond${name}`] = round2((2 * times * 1000) / (performance.now() - started));
  }
  await pool.stop();
}

const round2 = (value: number) => Math.round(value * 100) / 100;
