import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Frame, Tier } from '@gondola/pipeline/photo-detection';
import { writeOnnx } from '../../packages/pipeline/src/inference/tiers/onnx/graphs/onnx-graph.testing.ts';
import { createOnnxTier } from '../../packages/pipeline/src/inference/tiers/onnx/onnx-tier.ts';
import { openOrtModel } from '../../packages/pipeline/src/inference/tiers/onnx/ort-model.ts';
import { type Benchmark, type BenchmarkReport, meetsGoals } from '../benchmark.ts';
import { medianOf } from '../median-of.ts';
import { yoloShapedGraph } from './yolo-shaped-graph.ts';

const sidePx = 640;
/** Largest photo that the tier detects without tiling. */
const frameSize = { width: 960, height: 720 };
const maxRounds = 12;
/** A loaded machine gets fewer rounds, not a longer run. */
const measureForMs = 60_000;
const costImages = 12;
const throughputImages = 24;

/**
 * Measures the cost of the edge tier beside the model itself: transfer to the process, letterbox, decoding, realogram. The
 * model is a generated detector of YOLOv8n's shape with random weights on one thread. Rounds are interleaved, so that
 * other load on the machine affects all sides alike.
 */
export const inferenceBench: Benchmark = {
  name: 'inference',
  about: 'the edge tier per image over a bare run of its model, and two processes over one',
  async run(progress) {
    const folder = await mkdtemp(path.join(tmpdir(), 'gondola-bench-'));
    progress('writing a model');
    const { graph, gflop } = yoloShapedGraph(sidePx);
    const modelPath = path.join(folder, 'yolo-shaped.onnx');
    await writeFile(modelPath, writeOnnx(graph, { names: "{0: 'object'}", task: 'detect' }));
    const one = await createOnnxTier({ modelPath, hosts: 1 });
    const two = await createOnnxTier({ modelPath, hosts: 2 });
    try {
      const { run } = await openOrtModel(modelPath, new Map(), 1);
      const pixels = new Float32Array(3 * sidePx * sidePx).fill(0.5);
      const bare = () =>
        run(new Map([['images', { datatype: 'float32', shape: [1, 3, sidePx, sidePx], data: pixels }]]));
      const frame = shelfLikeFrame(frameSize.width, frameSize.height);

      progress('warming up');
      const { detections } = await detect(one, frame);
      for (let i = 0; i < 4; i++) await bare();
      await atOnce(8, 4, () => detect(two, frame));

      progress('measuring');
      const delays = monitorEventLoopDelay({ resolution: 1 });
      const costs: { bareMs: number; tierMs: number }[] = [];
      const rates: { one: number; two: number }[] = [];
      const endsAt = performance.now() + measureForMs;
      for (let round = 0; round < maxRounds && performance.now() < endsAt; round++) {
        // Interleaved, so that a busy second affects both.
        for (let i = 0; i < costImages; i++)
          costs.push({ bareMs: await timed(bare), tierMs: await timed(() => detect(one, frame)) });
        delays.enable();
        // Twice as many photos as processes, so that no process waits for a photo.
        const oneMs = await atOnce(throughputImages / 2, 2, () => detect(one, frame));
        const twoMs = await atOnce(throughputImages, 4, () => detect(two, frame));
        const oneAgainMs = await atOnce(throughputImages / 2, 2, () => detect(one, frame));
        delays.disable();
        rates.push({ one: 2000 / (oneMs + oneAgainMs), two: 1000 / twoMs });
      }

      const bareMs = costs.map((cost) => cost.bareMs);
      const tierMs = costs.map((cost) => cost.tierMs);
      const report: Omit<BenchmarkReport, 'goalsMet'> = {
        bench: 'inference',
        machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
        ratios: {
          tierOverBareRun: round2(medianOf(tierMs) / medianOf(bareMs)),
          tierOverBareRunAtBest: round2(Math.min(...tierMs) / Math.min(...bareMs)),
          twoProcessesOverOne: round2(medianOf(rates.map((rate) => rate.two / rate.one))),
        },
        figures: {
          modelGflop: round2(gflop),
          bareRunMs: round2(medianOf(bareMs)),
          tierMsPerImage: round2(medianOf(tierMs)),
          imagesPerSecondOneProcess: round2(medianOf(rates.map((rate) => rate.one))),
          imagesPerSecondTwoProcesses: round2(medianOf(rates.map((rate) => rate.two))),
          eventLoopDelayP99Ms: round2(delays.percentile(99) / 1e6),
          rounds: rates.length,
          boxesPerImage: detections.length,
        },
        goals: {
          tierOverBareRun: { max: 1.15 },
          twoProcessesOverOne: { min: 1.9 },
          eventLoopDelayP99Ms: { max: 20 },
        },
      };
      return { ...report, goalsMet: meetsGoals(report) };
    } finally {
      await Promise.all([one.stop(), two.stop()]);
      await rm(folder, { recursive: true });
    }
  },
};

const detect = (tier: Tier, frame: Frame) =>
  tier.detect(
    {
      frame,
      planogram: { widthMm: 1000, heightMm: 1000, shelves: [], positions: [], products: [] },
      references: new Map(),
    },
    new AbortController().signal,
  );

/** Returns the milliseconds that the work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Runs `count` calls, `abreast` at a time; returns the milliseconds for each call. */
async function atOnce(count: number, abreast: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  const lane = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: abreast }, lane));
  return (performance.now() - startedAt) / count;
}

/** Draws coloured packs with some noise: arithmetic is independent of the content, caches depend on it slightly. */
function shelfLikeFrame(width: number, height: number): Frame {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    const pack = Math.floor((pixel % width) / 48) * 7 + Math.floor(pixel / width / 90) * 13;
    data[i] = ((pack * (37 + (i % 3) * 29)) % 200) + ((i * 2654435761) >>> 28);
  }
  return { data, width, height };
}

const round2 = (value: number): number => Math.round(value * 100) / 100;
