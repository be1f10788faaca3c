import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Realogram } from '../realogram.ts';
import { type Tier, TierFault, type TierInput } from './tier.ts';

export interface TierUnderTest {
  tier: Tier;
  /** A photo in which the tier sees something. */
  input: TierInput;
  /** Makes the tier's dependency not answer while `during` runs; absent for a tier that has none. */
  whileSilent?(during: () => Promise<void>): Promise<void>;
  /** Makes the dependency fail in one way after another, and runs `during` in each; absent for a tier that has none. */
  whileFailing?(during: (failure: string) => Promise<void>): Promise<void>;
}

const neverAborted = () => new AbortController().signal;

/**
 * What every tier holds to. `open` is called by each test and gives a tier that answers; a tier without a dependency has
 * no tests of how the dependency fails.
 */
export function tierConformance(
  name: string,
  open: () => Promise<TierUnderTest> | TierUnderTest,
  { hasDependency = true }: { hasDependency?: boolean } = {},
): void {
  const titled = (title: string) => `${name}: ${title}`;

  test(titled('every box lies in the photo and every number is a share'), async () => {
    const { tier, input } = await open();
    const { detections, planogramToPhoto, truncated } = await tier.detect(input, neverAborted());
    expect(detections.length).toBeGreaterThan(0);
    expect(typeof truncated).toBe('boolean');
    if (planogramToPhoto !== null) expect(planogramToPhoto.filter(Number.isFinite)).toHaveLength(9);
    for (const { box, confidence, candidates } of detections) {
      const [x, y, width, height] = box;
      for (const share of [...box, confidence]) expect(share >= 0 && share <= 1).toBe(true);
      expect(width > 0 && height > 0).toBe(true);
      expect(x + width).toBeLessThanOrEqual(1 + 1e-9);
      expect(y + height).toBeLessThanOrEqual(1 + 1e-9);
      for (const { score } of candidates) expect(Number.isFinite(score)).toBe(true);
    }
  });

  test(
    titled('only products and places of the planogram are named, and a gap names no product'),
    async () => {
      const { tier, input } = await open();
      const { detections } = await tier.detect(input, neverAborted());
      const products = new Set(input.planogram.products.map((p) => p.id));
      const positions = new Set(input.planogram.positions.map((p) => p.id));
      expect(detections.some((d) => d.productId !== null)).toBe(true);
      for (const { kind, productId, candidates, slot, identified } of detections) {
        if (productId !== null) expect(products).toContain(productId);
        for (const candidate of candidates) expect(products).toContain(candidate.productId);
        if (slot !== null) expect(positions).toContain(slot.positionId);
        if (kind === 'gap' || !identified) expect(productId).toBeNull();
      }
    },
  );

  test(titled('the same photo gives the same realogram, also in concurrent calls'), async () => {
    const { tier, input } = await open();
    const first = await tier.detect(input, neverAborted());
    const others = await Promise.all(Array.from({ length: 4 }, () => tier.detect(input, neverAborted())));
    for (const other of others) expect(other).toEqual(first);
  });

  test(titled('the caller keeps its frame, planogram and references as they were'), async () => {
    const { tier, input } = await open();
    const before = printOf(input);
    await tier.detect(input, neverAborted());
    expect(printOf(input)).toBe(before);
  });

  test(titled('its id and hash are the same before and after an answer'), async () => {
    const { tier, input } = await open();
    const { configHash } = tier.model;
    await tier.detect(input, neverAborted());
    expect([1, 2, 3]).toContain(tier.tier);
    expect(tier.provider).toMatch(/^[a-z0-9-]+$/);
    expect(tier.model.id).not.toBe('');
    expect(tier.model.configHash).toBe(configHash);
    expect(configHash).toMatch(/^[0-9a-f]{16,}$/);
  });

  test(titled('a signal that is aborted already ends it with ABORTED'), async () => {
    const { tier, input } = await open();
    expect(await faultOf(tier.detect(input, AbortSignal.abort()))).toMatchObject({ kind: 'ABORTED' });
  });

  test(
    titled('an abort during detection ends it with ABORTED, or the answer was ready by then'),
    async () => {
      const { tier, input } = await open();
      const expected = await tier.detect(input, neverAborted());
      const stopping = new AbortController();
      const asked = tier.detect(input, stopping.signal);
      stopping.abort();
      const ending: Realogram | TierFault = await asked.catch((error: unknown) => asFault(error));
      if (ending instanceof TierFault) expect(ending.kind).toBe('ABORTED');
      else expect(ending).toEqual(expected);
    },
  );

  if (!hasDependency) return;

  test(titled('a dependency that does not answer does not hold a stopped stage'), async () => {
    const { tier, input, whileSilent } = await open();
    if (!whileSilent) throw new Error(`${name} does not say how its dependency falls silent`);
    await whileSilent(async () => {
      const stopping = new AbortController();
      const asked = faultOf(tier.detect(input, stopping.signal));
      setTimeout(() => stopping.abort(), 100);
      expect(await asked).toMatchObject({ kind: 'ABORTED' });
    });
  });

  test(titled('it rejects only with TierFault, and answers again afterwards'), async () => {
    const { tier, input, whileFailing } = await open();
    if (!whileFailing) throw new Error(`${name} does not say how its dependency fails`);
    const failures: string[] = [];
    await whileFailing(async (failure) => {
      failures.push(failure);
      const fault = await faultOf(tier.detect(input, neverAborted()));
      expect(fault.kind, failure).not.toBe('ABORTED');
    });
    expect(failures.length).toBeGreaterThan(0);
    // The dependency may need a moment to recover.
    const seen = () =>
      tier.detect(input, neverAborted()).then(
        ({ detections }) => detections.length,
        () => 0,
      );
    await expect.poll(seen, { timeout: 20_000, interval: 200 }).toBeGreaterThan(0);
  });
}

async function faultOf(asked: Promise<Realogram>): Promise<TierFault> {
  return asked.then(
    () => {
      throw new Error('an answer came where a fault was expected');
    },
    (error: unknown) => asFault(error),
  );
}

function asFault(error: unknown): TierFault {
  expect(error).toBeInstanceOf(TierFault);
  if (!(error instanceof TierFault)) throw error;
  return error;
}

function printOf({ frame, planogram, references }: TierInput): string {
  const hash = createHash('sha256').update(frame.data).update(`${frame.width}x${frame.height}`);
  hash.update(JSON.stringify(planogram));
  for (const [id, frames] of references) {
    hash.update(id);
    for (const reference of frames) hash.update(reference.data);
  }
  return hash.digest('hex');
}
