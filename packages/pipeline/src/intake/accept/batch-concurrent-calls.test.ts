import { expect, test } from 'vitest';
import { BatchQueueFull, batchConcurrentCalls } from './batch-concurrent-calls.ts';

/** Returns work that records its groups and runs until the test releases it. */
function heldWork(limits: { maxGroupSize?: number; maxWaitingSize?: number; lanes?: number } = {}) {
  const groups: number[][] = [];
  const held: (() => void)[] = [];
  const add = batchConcurrentCalls<number, number>(
    async (items) => {
      groups.push([...items]);
      await new Promise<void>((resolve) => held.push(resolve));
      return items.map((item) =>
        item < 0
          ? { status: 'rejected', reason: new Error(`refused ${item}`) }
          : { status: 'fulfilled', value: item * 2 },
      );
    },
    { sizeOf: () => 1, maxGroupSize: 3, maxWaitingSize: 100, lanes: 1, ...limits },
  );
  return { add, groups, release: () => held.shift()?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('the first call starts at once, and later calls run together, in groups of at most the maximum size', async () => {
  const { add, groups, release } = heldWork();
  const answers = [1, 2, 3, 4, 5].map(add);
  expect(groups).toEqual([[1]]);
  for (let i = 0; i < 3; i++) {
    release();
    await settle();
  }
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([[1], [2, 3, 4], [5]]);
});

test('each call gets its own result or error', async () => {
  const { add, release } = heldWork();
  const first = add(1);
  const bad = add(-1);
  const good = add(7);
  release();
  await settle();
  release();
  expect(await Promise.allSettled([first, bad, good])).toMatchObject([
    { value: 2 },
    { reason: { message: 'refused -1' } },
    { value: 14 },
  ]);
});

test('two lanes run concurrently', () => {
  const { add, groups } = heldWork({ lanes: 2 });
  for (const item of [1, 2, 3]) void add(item);
  expect(groups).toEqual([[1], [2]]);
});

test('the waiting size is bounded, and a single call is never too large', async () => {
  const { add, groups } = heldWork({ maxWaitingSize: 2 });
  for (const item of [1, 2, 3]) void add(item);
  await expect(add(4)).rejects.toThrow(BatchQueueFull);
  expect(groups).toEqual([[1]]);
  const large = batchConcurrentCalls<number, number>(
    async (items) => items.map((value) => ({ status: 'fulfilled', value })),
    {
      sizeOf: (item) => item,
      maxGroupSize: 1,
      maxWaitingSize: 1,
      lanes: 1,
    },
  );
  expect(await large(50)).toBe(50);
});

test('the next call works after an error', async () => {
  let fails = true;
  const add = batchConcurrentCalls<number, number>(
    async (items) => {
      if (fails) throw new Error('away');
      return items.map((value) => ({ status: 'fulfilled', value }));
    },
    { sizeOf: () => 1, maxGroupSize: 3, maxWaitingSize: 10, lanes: 1 },
  );
  await expect(add(1)).rejects.toThrow('away');
  fails = false;
  expect(await add(2)).toBe(2);
});
