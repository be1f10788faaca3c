import { type OpenDatabase, openDatabase } from '@gondola/db';
import { acceptCaptures, type IntakeTools } from '@gondola/pipeline/intake';
import { sql } from 'drizzle-orm';
import { Pool } from 'undici';
import type { BenchDevice } from './make-devices.ts';
import { makePayload } from './make-payload.ts';

/** One kind of load: each loop calls `once` until the time is up. */
export interface Load {
  loops: number;
  once(loop: number): Promise<number>;
  close(): Promise<void>;
}

const batchSize = 100;

/** Returns a batch of new payloads of one device. */
const makeBatch = ({ storeCode }: BenchDevice) =>
  Array.from({ length: batchSize }, () => makePayload(storeCode));

/** Returns the next device of a loop. Loops never share a device. */
function deviceTurns(devices: readonly BenchDevice[], loops: number): (loop: number) => BenchDevice {
  const turns = Array.from({ length: loops }, (_, loop) => loop);
  return (loop) => {
    const turn = turns[loop] ?? 0;
    turns[loop] = (turn + loops) % devices.length;
    const device = devices[turn % devices.length];
    if (!device) throw new Error('no device');
    return device;
  };
}

/** Creates a load of one-row INSERTs of the same payloads, each in its transaction, by 8 clients. */
export async function insertLoad(url: string): Promise<Load> {
  const database: OpenDatabase = openDatabase(url, { maxConnections: 8 });
  await database.db.execute(
    sql`create table if not exists bench_row (id uuid primary key default gen_random_uuid(), payload jsonb)`,
  );
  return {
    loops: 8,
    async once() {
      await database.pool.query('insert into bench_row (payload) values ($1)', [makePayload('1000')]);
      return 1;
    },
    close: () => database.close(),
  };
}

/** Creates a load of acceptCaptures in batches. With `again`, each batch is sent twice and counts once. */
export function functionLoad(tools: IntakeTools, devices: readonly BenchDevice[], again: boolean): Load {
  const loops = 2;
  const next = deviceTurns(devices, loops);
  return {
    loops,
    async once(loop) {
      const device = next(loop);
      const batch = makeBatch(device);
      expectAll(await acceptCaptures(tools, device, batch), 'ACCEPTED');
      if (again) expectAll(await acceptCaptures(tools, device, batch), 'DUPLICATE');
      return batchSize;
    },
    close: async () => {},
  };
}

const submitQuery = `mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) {
  results { outcome } userErrors { code } } }`;

interface SubmitAnswer {
  data: { captureSubmit: { results: { outcome: string }[] } };
}

/** Creates the same load over HTTP, with `size` payloads a request. */
export function apiLoad(
  origin: string,
  devices: readonly BenchDevice[],
  { loops, size, again }: { loops: number; size: number; again: boolean },
): Load {
  const pool = new Pool(origin, { connections: loops, pipelining: 1, allowH2: false });
  const next = deviceTurns(devices, loops);
  const send = async (device: BenchDevice, captures: unknown[], outcome: string) => {
    const headers = { authorization: `Bearer ${device.secret}` };
    const answer = await post<SubmitAnswer>(pool, headers, { query: submitQuery, variables: { captures } });
    expectAll(answer.data.captureSubmit.results, outcome);
  };
  return {
    loops,
    async once(loop) {
      const device = next(loop);
      const captures = Array.from({ length: size }, () => makePayload(device.storeCode));
      await send(device, captures, 'ACCEPTED');
      if (again) await send(device, captures, 'DUPLICATE');
      return size;
    },
    close: () => pool.close(),
  };
}

const helloQuery = 'mutation ($input: String!) { hello(input: $input) }';

/** Creates a load of empty mutations, one connection a loop. */
export function helloLoad(origin: string, loops: number): Load {
  const pool = new Pool(origin, { connections: loops, pipelining: 1, allowH2: false });
  return {
    loops,
    async once(loop) {
      const answer = await post<{ data: { hello: string } }>(
        pool,
        {},
        { query: helloQuery, variables: { input: String(loop) } },
      );
      if (answer.data.hello !== `hello ${loop}`) throw new Error('unexpected answer of the hello server');
      return 1;
    },
    close: () => pool.close(),
  };
}

async function post<T>(pool: Pool, headers: Record<string, string>, body: object): Promise<T> {
  const response = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.body.json()) as T;
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${JSON.stringify(answer)}`);
  return answer;
}

function expectAll(results: readonly { outcome: string }[], outcome: string): void {
  const other = results.find((result) => result.outcome !== outcome);
  if (other) throw new Error(`expected ${outcome}, got ${JSON.stringify(other)}`);
}
