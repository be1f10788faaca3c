import { expect, test } from 'vitest';
import { createCoverThread } from './cover-thread.ts';

const input = {
  frame: { data: new Uint8Array(3), width: 1, height: 1 },
  planogram: { widthMm: 1000, heightMm: 1000, shelves: [], positions: [], products: [] },
  realogram: { detections: [], planogramToPhoto: null, truncated: false },
};
const signal = new AbortController().signal;

/** A thread that runs `statements` for every photo; the request is called `message`. */
const host = (statements: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (message) => { ${statements} });`,
    )}`,
  );

async function search(statements: string) {
  const logged: unknown[] = [];
  const thread = createCoverThread({ error: (...words: unknown[]) => logged.push(words) }, host(statements));
  try {
    return { covered: await thread.find(input, signal), logged };
  } finally {
    await thread.stop();
  }
}

test.each([
  ['ends', 'process.exit(3)'],
  ['throws', 'throw new Error("broken")'],
  ['answers with an error', 'parentPort.postMessage({ id: message.id, error: "broken" })'],
])(
  'a photo whose search %s twice is left without cover, and the failure is logged',
  async (_, statements) => {
    const { covered, logged } = await search(statements);
    expect(covered).toBeNull();
    expect(logged).toHaveLength(1);
  },
);

test('a search that fails once is repeated', async () => {
  // The second request has another number: the first one ends the thread.
  const { covered, logged } = await search(
    'if (message.id === 0) process.exit(3); parentPort.postMessage({ id: message.id, covered: [] })',
  );
  expect(covered).toEqual([]);
  expect(logged).toEqual([]);
});
