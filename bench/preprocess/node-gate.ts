/*
 * The product's gate over the line protocol of python-gate.py. The argument chooses the work: `decode` (sharp alone, the
 * frame is discarded), `gate` (decode and measures), `read` (with pictures and the frame for inference).
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { decodeOnce, decodeUnrotated, measurePhoto, releaseFrame } from '@gondola/pipeline/photo-detection';
import sharp from 'sharp';
import type { GateAnswer, GateAsk } from './gate-process.ts';

const work: Record<string, (photo: Uint8Array) => Promise<number>> = {
  async decode(photo) {
    const { data, info } = await sharp(photo, { ignoreIcc: true, sequentialRead: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    releaseFrame({ data, width: info.width, height: info.height });
    return 0;
  },
  async gate(photo) {
    const stored = await decodeUnrotated(photo);
    const { sharpness } = await measurePhoto(photo, stored);
    releaseFrame(stored.frame);
    return sharpness;
  },
  async read(photo) {
    const { reading, inferenceFrame } = await decodeOnce(photo, { maxInferenceLongSidePx: 1600 });
    releaseFrame(inferenceFrame);
    return reading.sharpness;
  },
};

const run = work[process.argv[2] ?? ''];
if (!run) throw new Error('usage: node-gate.ts decode|gate|read');
for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as GateAsk;
  console.log(JSON.stringify(await answer(ask, run).catch((error: Error) => ({ error: error.message }))));
}

async function answer(
  { file, times }: GateAsk,
  gate: (photo: Uint8Array) => Promise<number>,
): Promise<GateAnswer> {
  const photo = await readFile(file);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  let sharpness = 0;
  for (let i = 0; i < times; i++) sharpness = await gate(photo);
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000, sharpness, mode: '' };
}
