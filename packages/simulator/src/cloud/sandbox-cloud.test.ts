import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FaultKind, providers } from './fault.ts';
import { knownPhotoOf, otherProductLabel } from './known-photo-of.ts';
import { reEncode } from './re-encode.testing.ts';
import { openTiersOnSandbox, type TiersOnSandbox } from './tiers-on-sandbox.testing.ts';

let sandbox: TiersOnSandbox;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASANDBOX');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sandbox');
  sandbox = await openTiersOnSandbox(6_000);
});
afterAll(() => vi.unstubAllEnvs());
afterAll(() => sandbox.stop());
afterEach(() => sandbox.setFaults({ rekognition: null, vertex: null, kserve: null }));

const detect = (name: keyof TiersOnSandbox['tiers'], frame = sandbox.input.frame) =>
  sandbox.tiers[name].detect({ ...sandbox.input, frame }, new AbortController().signal);
const ending = (name: keyof TiersOnSandbox['tiers']) =>
  detect(name).then(
    () => 'OK',
    (error: { kind: string }) => error.kind,
  );
const countsOf = (provider: (typeof providers)[number]) => sandbox.cloud.state().providers[provider];

test.each(['rekognition', 'vertex', 'kserve', 'kservePixels'] as const)(
  '%s detects exactly the products and gaps of the shelf',
  async (name) => {
    const truth = await knownPhotoOf(sandbox.capture);
    const { detections, truncated } = await detect(name);
    const known = new Set(sandbox.input.planogram.products.map((p) => p.sku));
    const expected = (truth?.units ?? []).map(({ label }) => (known.has(label) ? label : null));
    const seen = detections.filter((d) => d.kind === 'product').map((d) => d.productId);
    const count = (ids: readonly (string | null)[]) => Object.groupBy(ids, (id) => id ?? otherProductLabel);
    expect(count(seen)).toEqual(count(expected));
    expect(detections.filter((d) => d.kind === 'gap')).toHaveLength(truth?.gaps.length ?? -1);
    expect(truth?.gaps.length).toBeGreaterThan(0);
    expect(truncated).toBe(false);
    // Locations as well: each detection lies on a unit or gap of the truth.
    const boxes = [...(truth?.units ?? []).map((u) => u.box), ...(truth?.gaps ?? [])];
    for (const { box } of detections)
      expect(
        Math.min(...boxes.map((b) => Math.max(...b.map((side, i) => Math.abs(side - (box[i] ?? 9)))))),
      ).toBeLessThan(0.2);
  },
);

test('a photo that is not registered gets no labels', async () => {
  const frame = { ...sandbox.input.frame, data: sandbox.input.frame.data.map((value) => 255 - value) };
  const before = countsOf('rekognition').photos.unknown;
  expect((await detect('rekognition', frame)).detections).toEqual([]);
  expect(countsOf('rekognition').photos.unknown).toBe(before + 1);
});

const kinds: [FaultKind, Record<(typeof providers)[number], string>][] = [
  ['throttled', { rekognition: 'THROTTLED', vertex: 'THROTTLED', kserve: 'THROTTLED' }],
  ['error-500', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['unavailable', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['denied', { rekognition: 'CONFIGURATION', vertex: 'CONFIGURATION', kserve: 'CONFIGURATION' }],
  ['not-ready', { rekognition: 'NOT_READY', vertex: 'NOT_READY', kserve: 'NOT_READY' }],
  ['wrong-schema', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['broken-json', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['truncated', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['reset', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['hang', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
  ['slow', { rekognition: 'TRANSIENT', vertex: 'TRANSIENT', kserve: 'TRANSIENT' }],
];

test.each(kinds)('%s arrives as the error of each provider, and is counted', async (kind, expected) => {
  const fault = { kind, slowMs: 9_000 };
  const before = providers.map((provider) => countsOf(provider).byOutcome[kind] ?? 0);
  await sandbox.setFaults({ rekognition: fault, vertex: fault, kserve: fault });
  const endings = await Promise.all(providers.map(async (provider) => [provider, await ending(provider)]));
  expect(Object.fromEntries(endings)).toEqual(expected);
  const counted = providers.map(
    (provider, i) => (countsOf(provider).byOutcome[kind] ?? 0) - (before[i] ?? 0),
  );
  expect(counted).toEqual([1, 1, 1]);
});

test('a share of a half fails every other call', async () => {
  await sandbox.setFaults({ rekognition: { kind: 'error-500', share: 0.5 } });
  const endings: string[] = [];
  for (let i = 0; i < 4; i++) endings.push(await ending('rekognition'));
  expect(endings).toEqual(['OK', 'TRANSIENT', 'OK', 'TRANSIENT']);
});

test.each(['seconds', 'date'] as const)(
  'Retry-After in %s arrives, and calls that come too early are counted',
  async (as) => {
    const before = countsOf('vertex').beforeRetryAfter;
    await sandbox.setFaults({ vertex: { kind: 'throttled', retryAfterSeconds: 60, retryAfterAs: as } });
    const fault: { retryAfterMs?: number } = await detect('vertex').then(
      () => ({}),
      (error: { retryAfterMs: number }) => error,
    );
    expect(fault.retryAfterMs ?? 0).toBeGreaterThan(40_000);
    expect(fault.retryAfterMs ?? 0).toBeLessThanOrEqual(61_000);
    await ending('vertex');
    expect(countsOf('vertex').beforeRetryAfter).toBeGreaterThan(before);
  },
);

test('an invalid fault is refused, and nothing changes', async () => {
  await expect(sandbox.setFaults({ vertex: { kind: 'slow', share: 2 } })).rejects.toThrow();
  expect(countsOf('vertex').fault).toBeNull();
});

test('a photo is recognised after it was re-encoded and shrunk', async () => {
  const frame = await reEncode(sandbox.input.frame, { share: 0.6, quality: 60 });
  expect((await detect('kserve', frame)).detections.length).toBeGreaterThan(50);
});
