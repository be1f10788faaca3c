import { afterAll, expect, test } from 'vitest';
import type { Planogram } from '../../planogram/model.ts';
import type { TierInput } from '../tier.ts';
import { threadedTier } from './threaded-tier.ts';

const scripted = (factory: string, timeoutMs = 10_000) =>
  threadedTier(
    { tier: 3, provider: 'scripted', model: { id: 'scripted', configHash: 'x' } },
    { module: new URL('./scripted-tiers.testing.ts', import.meta.url).href, factory },
    { timeoutMs },
  );

const planogram: Planogram = { widthMm: 1000, heightMm: 1000, shelves: [], positions: [], products: [] };
const frame = () => ({ data: new Uint8Array([1, 2, 3]), width: 1, height: 1 });
const references = new Map([['p', [frame()]]]);
const input = (changes: Partial<TierInput> = {}): TierInput => ({
  frame: frame(),
  planogram,
  references,
  ...changes,
});
const signal = new AbortController().signal;

const echo = scripted('createEchoTier');
const sulky = scripted('createNotReadyTier');
const endless = scripted('createEndlessTier', 300);
afterAll(() => Promise.all([echo.stop(), sulky.stop(), endless.stop()]));

test('the answer comes from the thread, and the caller keeps its frame', async () => {
  const asked = input();
  const realogram = await echo.detect(asked, signal);
  expect(realogram.planogramToPhoto).toEqual([1, 1]);
  expect(asked.frame.data).toEqual(new Uint8Array([1, 2, 3]));
});

test('a bay reloaded for each photo is the same object in the thread', async () => {
  // The echo answers how many planogram and reference objects it has seen: kept preparation would be lost with more.
  const again = await echo.detect(input({ planogram: structuredClone(planogram) }), signal);
  expect(again.planogramToPhoto).toEqual([1, 1]);
  const other = await echo.detect(input({ planogram: { ...planogram, widthMm: 900 } }), signal);
  expect(other.planogramToPhoto).toEqual([2, 2]);
});

test('a fault of the tier keeps its kind, and the thread continues', async () => {
  await expect(sulky.detect(input(), signal)).rejects.toMatchObject({
    kind: 'NOT_READY',
    message: 'not today',
  });
  await expect(sulky.detect(input(), signal)).rejects.toMatchObject({ kind: 'NOT_READY' });
});

test('an endless tier is stopped, and the next photo gets a new thread', async () => {
  await expect(endless.detect(input(), signal)).rejects.toMatchObject({ kind: 'TRANSIENT' });
  await expect(endless.detect(input(), signal)).rejects.toMatchObject({ kind: 'TRANSIENT' });
});

test('a stage that is stopped does not wait for its tier', async () => {
  const stopping = new AbortController();
  const asked = endless.detect(input(), stopping.signal);
  setTimeout(() => stopping.abort(), 50);
  await expect(asked).rejects.toMatchObject({ kind: 'ABORTED' });
});
