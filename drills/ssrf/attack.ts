/**
 * Runs inside the network namespace when there is one: `attack.ts '{"namespace":true,...}'`. Prints the results as
 * JSON.
 */
import { guarded, unguarded } from './clients.ts';
import { openWorld, photo } from './open-world.ts';
import { type Vector, vectorsIn } from './vectors.ts';
import { good4, good6 } from './world.ts';

export interface AttackOrder {
  namespace: boolean;
  rebindingTries: number;
  /** 'addresses': only vectors with a bad address, for a run without the first checks. */
  vectors: 'all' | 'addresses' | 'none';
  /** True when a check is removed: outside of a namespace, nothing is then tried that could leave this machine. */
  weakened: boolean;
}

export interface AttackResult {
  vectors: number;
  blocked: number;
  /** Vectors, by name, that were not refused or that connected to an internal address. */
  leaks: string[];
  connections: number;
  bytes: number;
  /** Vectors with which an unguarded client connected to an internal address. */
  effective: number;
  messages: number;
  slowestRefusalMs: number;
  rebinding: { tries: number; served: number; refused: number; leaks: number; unguardedLeaks: number };
  /** Good addresses that did not return their photo. */
  controlFailures: string[];
}

const order = JSON.parse(process.argv[2] ?? '') as AttackOrder;
const world = await openWorld(order.namespace);
const messages = new Set<string>();

/** Returns null when the vector was refused for good, else what happened instead. */
async function refusalOf(vector: Vector): Promise<string | null> {
  return await guarded(world, vector).then(
    () => 'was fetched',
    (error) => {
      if (error.name !== 'PhotoUnreachable') return `threw ${error.name}`;
      messages.add(error.message);
      return error.retry ? `would be tried again: ${error.detail}` : null;
    },
  );
}

const result: AttackResult = {
  vectors: 0,
  blocked: 0,
  leaks: [],
  connections: 0,
  bytes: 0,
  effective: 0,
  messages: 0,
  slowestRefusalMs: 0,
  rebinding: { tries: 0, served: 0, refused: 0, leaks: 0, unguardedLeaks: 0 },
  controlFailures: [],
};

for (const address of goodAddresses()) {
  const bytes = await guarded(world, { name: 'good', address }).catch(() => null);
  if (bytes === null || !photo.equals(bytes)) result.controlFailures.push(address);
}
await world.takeLeaks();

for (const vector of order.vectors === 'none' ? [] : vectorsIn(world)) {
  if (order.vectors === 'addresses' && !/^(host|name) /.test(vector.name)) continue;
  await unguarded(world, vector);
  const hasTeeth = (await world.takeLeaks()).connections > 0;
  if (order.weakened && !world.namespace && !hasTeeth) continue;
  result.vectors += 1;
  if (hasTeeth) result.effective += 1;
  const startedMs = performance.now();
  const trouble = await refusalOf(vector);
  result.slowestRefusalMs = Math.max(result.slowestRefusalMs, Math.round(performance.now() - startedMs));
  const { connections, bytes } = await world.takeLeaks();
  result.connections += connections;
  result.bytes += bytes;
  if (trouble === null && connections === 0) result.blocked += 1;
  else
    result.leaks.push(
      `${vector.name} ${trouble ?? `was refused after ${connections} connections, ${bytes} bytes`}`,
    );
}

// Half of the names change to an internal address between two fetches, half between two hops of one fetch.
if (world.namespace)
  for (let n = 0; n < order.rebindingTries; n++) {
    const path = n % 2 === 0 ? '/photo.jpg' : '/to?location=/photo.jpg';
    const first = n % 4 < 2 ? [good4] : ['127.0.0.1'];
    const vector = {
      name: 'rebinding',
      address: `http://rebind.test${path}`,
      answers: { 'rebind.test': [first, ['127.0.0.1'], [good4], ['127.0.0.1']] },
    };
    result.rebinding.tries += 1;
    if ((await refusalOf(vector)) === null) result.rebinding.refused += 1;
    else result.rebinding.served += 1;
    const { connections, bytes } = await world.takeLeaks();
    if (connections > 0) result.rebinding.leaks += 1;
    result.connections += connections;
    result.bytes += bytes;
    await unguarded(world, vector);
    if ((await world.takeLeaks()).connections > 0) result.rebinding.unguardedLeaks += 1;
  }

result.messages = messages.size;
console.log(JSON.stringify(result));
process.exit(0);

function goodAddresses(): string[] {
  const { good } = world;
  const everywhere = [`${good}/photo.jpg`, `${good}/hops/3`, `${good}/to?location=%2Fphoto.jpg`];
  if (!world.namespace) return everywhere;
  return [
    ...everywhere,
    'http://good6.test/photo.jpg',
    `http://${good4}/photo.jpg`,
    `http://[${good6}]/photo.jpg`,
  ];
}
