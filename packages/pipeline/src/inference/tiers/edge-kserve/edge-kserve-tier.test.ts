import { afterAll, expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import type { RemoteTier } from '../../remote/remote-tier.ts';
import type { TierInput } from '../../tier.ts';
import { tierConformance } from '../../tier-conformance.testing.ts';
import { blocksOn, colourNotes, colourPlanogram, green, red } from '../onnx/graphs/colour-shelf.testing.ts';
import { openModelFolder } from '../onnx/graphs/model-folder.testing.ts';
import type { OnnxGraph } from '../onnx/graphs/onnx-graph.testing.ts';
import { colourDetector, sizedModel } from '../onnx/graphs/small-graphs.testing.ts';
import { createOnnxTier } from '../onnx/onnx-tier.ts';
import { createEdgeKserveTier, type EdgeKserveConfig } from './edge-kserve-tier.ts';
import { type KservePeer, openKservePeer } from './kserve-peer.testing.ts';

const folder = openModelFolder();
const modelPath = await folder.put('colours.onnx', colourDetector(), colourNotes);
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await folder.remove();
});

const classNames = ['red', 'green', 'blue'];
async function serve(
  graph: OnnxGraph,
  config: Partial<EdgeKserveConfig> = {},
): Promise<{ peer: KservePeer; tier: RemoteTier }> {
  const peer = await openKservePeer(await folder.put(`served-${stops.length}.onnx`, graph));
  const tier = createEdgeKserveTier({ url: peer.url, model: 'shelf', detector: { classNames }, ...config });
  stops.push(peer.stop, tier.stop);
  return { peer, tier };
}

const photo = blocksOn(80, 60, [
  { x: 8, y: 8, width: 10, height: 10, colour: red },
  { x: 40, y: 8, width: 10, height: 10, colour: green },
]);
const inputOf = (frame: Frame): TierInput => ({ frame, planogram: colourPlanogram, references: new Map() });
const detect = (tier: Pick<RemoteTier, 'detect'>, frame = photo) =>
  tier.detect(inputOf(frame), new AbortController().signal);

tierConformance('edge-kserve', async () => {
  const { peer, tier } = await serve(colourDetector());
  const mood = async (next: KservePeer['mood'], during: () => Promise<void>) => {
    peer.mood = next;
    await during().finally(() => {
      peer.mood = 'well';
    });
  };
  return {
    tier,
    input: inputOf(photo),
    whileSilent: (during) => mood('silent', during),
    async whileFailing(during) {
      for (const failure of ['starting', 'broken'] as const) await mood(failure, () => during(failure));
    },
  };
});

test.each([
  ['pixels as floats', {}],
  ['pixels as bytes', { type: 'uint8' }],
] as const)('a model server sees what the same model sees in the worker: %s', async (_, options) => {
  const { peer, tier } = await serve(colourDetector(options));
  const local = await createOnnxTier({ modelPath, hosts: 1 });
  stops.push(local.stop);
  const ours = await detect(local);
  const theirs = await detect(tier);
  expect(theirs.detections.length).toBeGreaterThanOrEqual(2);
  expect(theirs.detections.map(({ productId }) => productId)).toEqual(
    ours.detections.map(({ productId }) => productId),
  );
  for (const [i, { box }] of theirs.detections.entries())
    expect(box).toEqual(ours.detections[i]?.box.map((side) => expect.closeTo(side, 2) as number));
  expect(tier.model.id).toBe('kserve/shelf@3');
  expect(peer.runs).toBe(2);
});

test('a large photo is several requests, and the size input is sent as well', async () => {
  const { peer, tier } = await serve(sizedModel(64, 64), { detector: { classNames: ['other', 'red'] } });
  const { detections, truncated } = await detect(tier, blocksOn(160, 64, []));
  // One to try it, three tiles; the model sees something in the middle of each.
  expect(peer.runs).toBe(4);
  expect(detections.map(({ productId }) => productId)).toEqual(['p-red', 'p-red', 'p-red']);
  expect(truncated).toBe(true);
});

test("the model's metadata is requested again after half a minute", async () => {
  const { peer } = await serve(colourDetector());
  let nowMs = 0;
  const tier = createEdgeKserveTier(
    { url: peer.url, model: 'shelf', detector: { classNames } },
    { now: () => nowMs },
  );
  stops.push(tier.stop);
  await detect(tier);
  nowMs = 29_000;
  await detect(tier);
  expect(peer.runs).toBe(3);
  nowMs = 31_000;
  await detect(tier);
  expect(peer.runs).toBe(5);
});

test('a missing server is a transient fault, a half-precision model one of the configuration', async () => {
  const gone = createEdgeKserveTier({ url: 'http://127.0.0.1:9', model: 'shelf' });
  stops.push(gone.stop);
  await expect(detect(gone)).rejects.toMatchObject({ kind: 'TRANSIENT' });
  const { tier } = await serve(colourDetector({ type: 'float16' }));
  await expect(detect(tier)).rejects.toMatchObject({ kind: 'CONFIGURATION' });
});
