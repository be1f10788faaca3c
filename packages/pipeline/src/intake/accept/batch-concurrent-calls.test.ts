import { expect, test } from 'vitest';
import { GatherFull, gather } from './gather.ts';

/** Work that stays under way until it is let go, and remembers its groups. */
function heldWork(limits: { largestGroup?: number; mostWaiting?: number; lanes?: number } = {}) {
  const groups: number[][] = [];
  const held: (() => void)[] = [];
  const add = gather<number, number>(
    async (items) => {
      groups.push([...items]);
      await new Promise<void>((resolve) => held.push(resolve));
      return items.map((item) =>
        item < 0
          ? { status: 'rejected', reason: new Error(`refused ${item}`) }
          : { status: 'fulfilled', value: item * 2 },
      );
    },
    { sizeOf: () => 1, largestGroup: 3, mostWaiting: 100, lanes: 1, ...limits },
  );
  return { add, groups, letGo: () => held.shift()?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('the first goes at once, and those that come meanwhile go together, in parts of the largest size', async () => {
  const { add, groups, letGo } = heldWork();
  const answers = [1, 2, 3, 4, 5].map(add);
  expect(groups).toEqual([[1]]);
  for (let i = 0; i < 3; i++) {
    letGo();
    await settle();
  }
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([[1], [2, 3, 4], [5]]);
});

test('each gets its own answer or error', async () => {
  const { add, letGo } = heldWork();
  const first = add(1);
  const bad = add(-1);
  const good = add(7);
  letGo();
  await settle();
  letGo();
  expect(await Promise.allSettled([first, bad, good])).toMatchObject([
    { value: 2 },
    { reason: { message: 'refused -1' } },
    { value: 14 },
  ]);
});

test('two lanes work at the same time', () => {
  const { add, groups } = heldWork({ lanes: 2 });
  for (const item of [1, 2, 3]) void add(item);
  expect(groups).toEqual([[1], [2]]);
});

test('what waits is bounded, and one that is alone is never too large', async () => {
  const { add, groups } = heldWork({ mostWaiting: 2 });
  for (const item of [1, 2, 3]) void add(item);
  await expect(add(4)).rejects.toThrow(GatherFull);
  expect(groups).toEqual([[1]]);
  const large = gather<number, number>(
    async (items) => items.map((value) => ({ status: 'fulfilled', value })),
    {
      sizeOf: (item) => item,
      largestGroup: 1,
      mostWaiting: 1,
      lanes: 1,
    },
  );
  expect(await large(50)).toBe(50);
});

test('an idle gatherer works on after an error', async () => {
  let fails = true;
  const add = gather<number, number>(
    async (items) => {
      if (fails) throw new Error('away');
      return items.map((value) => ({ status: 'fulfilled', value }));
    },
    { sizeOf: () => 1, largestGroup: 3, mostWaiting: 10, lanes: 1 },
  );
  await expect(add(1)).rejects.toThrow('away');
  fails = false;
  expect(await add(2)).toBe(2);
});
