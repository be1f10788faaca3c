import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import type { TierInput } from '../../tier.ts';
import { tierConformance } from '../../tier-conformance.testing.ts';
import { blocksOn, blue, colourNotes, colourPlanogram, green, red } from './graphs/colour-shelf.testing.ts';
import { openModelFolder } from './graphs/model-folder.testing.ts';
import { colourDetector, hangingModel } from './graphs/small-graphs.testing.ts';
import type { OnnxConfig } from './onnx-settings.ts';
import { createOnnxTier, type OnnxTier } from './onnx-tier.ts';

const folder = openModelFolder();
const modelPath = await folder.put('colours.onnx', colourDetector(), colourNotes);
const tiers: OnnxTier[] = [];
const open = async (config: Partial<OnnxConfig> = {}, now?: () => number) => {
  const tier = await createOnnxTier({ modelPath, hosts: 1, ...config }, now ? { now } : {});
  tiers.push(tier);
  return tier;
};
afterAll(async () => {
  await Promise.all(tiers.map((tier) => tier.stop()));
  await folder.remove();
});

const signal = () => new AbortController().signal;
const photo = blocksOn(64, 64, [
  { x: 8, y: 8, width: 8, height: 8, colour: red },
  { x: 40, y: 8, width: 8, height: 8, colour: green },
  { x: 8, y: 40, width: 8, height: 8, colour: blue },
]);
/** A frame on which the hanging model does not hang. */
const dim = blocksOn(64, 64, [{ x: 8, y: 8, width: 8, height: 8, colour: [150, 0, 0] }]);
const inputOf = (frame: Frame): TierInput => ({ frame, planogram: colourPlanogram, references: new Map() });
const look = (tier: OnnxTier, frame = photo) => tier.detect(inputOf(frame), signal());
const fault = (looking: Promise<unknown>) =>
  looking.then(
    () => 'an answer',
    (error: unknown) => error,
  );

const kill = (tier: OnnxTier, how: NodeJS.Signals) => {
  for (const pid of tier.hostPids()) process.kill(pid, how);
};

const shared = open({ hosts: 2, timeoutMs: 20_000 });
tierConformance('onnx', async () => {
  const tier = await shared;
  return {
    tier,
    input: inputOf(photo),
    async whileSilent(during) {
      await look(tier);
      kill(tier, 'SIGSTOP');
      await during().finally(() => kill(tier, 'SIGCONT'));
    },
    async whileFailing(during) {
      await look(tier);
      // One process is left to be found dead on the way, as by a crash between photos.
      kill(tier, 'SIGSTOP');
      const killed = setTimeout(() => kill(tier, 'SIGKILL'), 100);
      await during('its processes crash').finally(() => clearTimeout(killed));
    },
  };
});

test('the tier detects products and identifies those of the planogram', async () => {
  const tier = await open();
  const { detections, truncated } = await look(tier);
  expect(truncated).toBe(false);
  const seen = detections.map(({ productId, box, confidence, identified }) => ({
    productId,
    box,
    confidence: Math.round(confidence * 100) / 100,
    identified,
  }));
  const side = 12 / 64;
  expect(seen).toEqual([
    { productId: 'p-red', box: [6 / 64, 6 / 64, side, side], confidence: 1, identified: true },
    { productId: 'p-green', box: [38 / 64, 6 / 64, side, side], confidence: 1, identified: true },
    { productId: null, box: [6 / 64, 38 / 64, side, side], confidence: 1, identified: true },
  ]);
  expect(tier.model.id).toMatch(/^colours@[0-9a-f]{8}$/);
});

test('a missing model is reported, and a model added later is found within half a minute', async () => {
  expect(await fault(look(await open({ modelPath: null })))).toMatchObject({ kind: 'CONFIGURATION' });

  let nowMs = 0;
  const later = folder.pathOf('later.onnx');
  const tier = await open({ modelPath: later }, () => nowMs);
  expect(tier.model.id).toBe('none');
  expect(await fault(look(tier))).toMatchObject({
    kind: 'NOT_READY',
    message: `there is no model at ${later}`,
  });
  await folder.put('later.onnx', colourDetector(), colourNotes);
  nowMs = 29_000;
  expect(await fault(look(tier))).toMatchObject({ kind: 'NOT_READY' });
  nowMs = 30_000;
  expect((await look(tier)).detections).toHaveLength(3);
  expect(tier.model.id).toMatch(/^later@/);
});

test('a replaced model has another id', async () => {
  let nowMs = 0;
  const path = await folder.put('changing.onnx', colourDetector(), colourNotes);
  const tier = await open({ modelPath: path }, () => nowMs);
  await look(tier);
  const before = tier.model;
  await folder.put('changing.onnx', colourDetector(), { ...colourNotes, names: "['blue', 'green', 'red']" });
  nowMs = 40_000;
  const { detections } = await look(tier);
  expect(detections.map(({ productId }) => productId)).toEqual([null, 'p-green', 'p-red']);
  expect(tier.model.id).not.toBe(before.id);
  expect(tier.model.configHash).not.toBe(before.configHash);
});

test('a file that is no model, and a model that is no detector, are refused with a clear message', async () => {
  const broken = folder.pathOf('broken.onnx');
  await writeFile(broken, 'not a model');
  const tier = await open({ modelPath: broken });
  const said = await fault(look(tier));
  expect(said).toMatchObject({ kind: 'CONFIGURATION' });
  expect(String(said)).toContain(`the model at ${broken} cannot be loaded`);
  expect(await fault(look(tier))).toMatchObject({ kind: 'CONFIGURATION' });
  expect(tier.hostPids()).toEqual([]);

  const segmenter = await folder.put('segmenter.onnx', colourDetector(), { task: 'segment' });
  expect(String(await fault(look(await open({ modelPath: segmenter }))))).toContain(
    'for the task "segment" and a detector is needed; the model\'s outputs are output0 [1, 7, 64]',
  );
});

test('a crash in the model costs one photo, and a pause comes only when it crashes again', async () => {
  const tier = await open({ modelPath: await folder.put('crashing.onnx', hangingModel(), colourNotes) });
  expect((await look(tier, dim)).detections).toHaveLength(1);
  const crash = async () => {
    const looking = fault(look(tier));
    // In the middle of the model, as a wild pointer would.
    setTimeout(() => kill(tier, 'SIGSEGV'), 1_500);
    return looking;
  };
  const died = 'the process that runs the model ended (SIGSEGV)';
  expect(await crash()).toMatchObject({ kind: 'TRANSIENT', message: died });
  expect((await look(tier, dim)).detections).toHaveLength(1);
  expect(await crash()).toMatchObject({ kind: 'TRANSIENT', message: died });
  expect(await crash()).toMatchObject({ kind: 'TRANSIENT', message: died });
  expect(await fault(look(tier, dim))).toMatchObject({
    kind: 'NOT_READY',
    message: 'the process that runs the model ended 2 times in a row; the next starts in 1 s',
  });
});

test('no process remains when the worker dies during inference', async () => {
  const path = await folder.put('orphan.onnx', hangingModel(), colourNotes);
  const parentFile = fileURLToPath(new URL('./host/parent-of-hosts.testing.ts', import.meta.url));
  const parent = spawn(process.execPath, [parentFile, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  const isAlive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect(isAlive()).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(isAlive, { timeout: 15_000 }).toBe(false);
});

test('a model that hangs on a photo is ended, and the next photo is processed', async () => {
  const path = await folder.put('hanging.onnx', hangingModel(), colourNotes);
  const tier = await open({ modelPath: path, timeoutMs: 2_000 });
  expect((await look(tier, dim)).detections).toHaveLength(1);
  const [pid = 0] = tier.hostPids();
  expect(await fault(look(tier))).toMatchObject({
    kind: 'TRANSIENT',
    message: 'the model did not answer in 2000 ms',
  });
  expect((await look(tier, dim)).detections).toHaveLength(1);
  expect(tier.hostPids()).not.toContain(pid);
});
