import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runInLanes } from './run-in-lanes.ts';

test('two run at a time in their order, and one that wants to be alone is alone at the end', async () => {
  const running = new Set<string>();
  const seen: string[][] = [];
  const tasks = [
    { name: 'timed', ms: 5, isAlone: true },
    { name: 'long', ms: 60 },
    { name: 'short', ms: 5 },
    { name: 'next', ms: 5 },
  ];
  const results = await runInLanes(tasks, 2, async ({ name, ms }) => {
    running.add(name);
    seen.push([...running]);
    await sleep(ms);
    running.delete(name);
    return name;
  });
  expect(seen).toEqual([['long'], ['long', 'short'], ['long', 'next'], ['timed']]);
  expect(results).toEqual(['short', 'next', 'long', 'timed']);
});
