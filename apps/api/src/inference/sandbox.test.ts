import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auditLog } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

/** Serves the control API of a sandbox cloud, as far as a screen needs it. */
const faults = new Map<string, unknown>();
const received: unknown[] = [];
let brokenAnswer: { status: number; body: string } | null = null;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  if (brokenAnswer) return void response.writeHead(brokenAnswer.status).end(brokenAnswer.body);
  const provider = (name: string) => ({
    calls: 7,
    byOutcome: { ok: 7 },
    beforeRetryAfter: 0,
    photos: { known: 7, unknown: 0 },
    fault: faults.get(name) ?? null,
    isOn: faults.has(name),
  });
  const state = () => ({
    rekognition: provider('rekognition'),
    vertex: provider('vertex'),
    kserve: provider('kserve'),
  });
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET' && request.url === '/sandbox')
    return void response.end(JSON.stringify({ truths: 3, errors: {}, providers: state() }));
  if (request.method === 'PUT' && request.url === '/sandbox/faults') {
    const named = JSON.parse(body) as Record<string, unknown>;
    received.push({ type: request.headers['content-type'], named });
    for (const [name, fault] of Object.entries(named))
      if (fault === null) faults.delete(name);
      else faults.set(name, fault);
    return void response.end(JSON.stringify(state()));
  }
  response.writeHead(404).end('{}');
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const sandboxUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const closeServer = async () => {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
};
afterAll(closeServer);

const api = await startTestApi('sandbox', { SANDBOX_URL: sandboxUrl });
const operator = await api.signIn('operator');

const read = () =>
  api.ask('{ sandbox { url problem providers { provider calls fault setFault isOn } } }', {}, operator);
const set = (fault: string | null, provider = 'REKOGNITION') =>
  api.ask(
    `mutation ($input: SandboxFaultSetInput!) { sandboxFaultSet(input: $input) {
      sandbox { problem providers { provider fault setFault isOn } } userErrors { code message } } }`,
    { input: { provider, fault } },
    operator,
  );
interface Answered {
  sandbox: { providers: { provider: string; setFault: string | null; isOn: boolean }[] };
}

test('the sandbox shows its providers with their calls and faults, including a fault that was set elsewhere', async () => {
  faults.set('kserve', { kind: 'slow', slowMs: 3000 });
  expect(await read()).toMatchObject({
    errors: [],
    data: {
      sandbox: {
        url: sandboxUrl,
        problem: null,
        providers: [
          { provider: 'REKOGNITION', calls: 7, fault: null, setFault: null, isOn: false },
          { provider: 'VERTEX', fault: null },
          { provider: 'KSERVE', fault: 'slow', setFault: null, isOn: true },
        ],
      },
    },
  });
  faults.clear();
});

test('each fault that can be set reaches the sandbox in its own terms, and is in the audit log', async () => {
  const wanted = ['DOWN', 'THROTTLING', 'HANGING', 'BROKEN_ANSWERS', null];
  for (const fault of wanted) {
    const { sandbox } = partOf<Answered>(await set(fault), 'sandboxFaultSet');
    expect(sandbox.providers[0]).toMatchObject({
      provider: 'REKOGNITION',
      setFault: fault,
      isOn: fault !== null,
    });
    expect(sandbox.providers[1]).toMatchObject({ setFault: null });
  }
  const type = 'application/json';
  expect(received).toEqual([
    { type, named: { rekognition: { kind: 'unavailable' } } },
    { type, named: { rekognition: { kind: 'throttled', retryAfterSeconds: 20 } } },
    { type, named: { rekognition: { kind: 'hang' } } },
    { type, named: { rekognition: { kind: 'broken-json' } } },
    { type, named: { rekognition: null } },
  ]);
  const log = await api.db.select().from(auditLog).where(eq(auditLog.object, 'sandbox:rekognition'));
  expect(log.map(({ action, facts }) => [action, facts.fault, facts.role])).toEqual(
    wanted.map((fault) => ['sandboxFaultSet', fault, 'operator']),
  );
});

test('a sandbox that refuses or gives an invalid answer is reported in plain words, and nothing is in the audit log', async () => {
  for (const [answer, words] of [
    [{ status: 400, body: '{"error":"no such fault"}' }, /answered 400: .*no such fault/],
    [{ status: 200, body: '<html>' }, /did not answer as a sandbox cloud does/],
    [{ status: 200, body: '{"providers":{"vertex":{"calls":1}}}' }, /did not answer as a sandbox cloud does/],
  ] as const) {
    brokenAnswer = answer;
    expect((await set('DOWN', 'VERTEX')).data?.sandboxFaultSet).toEqual({
      sandbox: null,
      userErrors: [{ code: 'SANDBOX_AWAY', message: expect.stringMatching(words) }],
    });
    expect((await read()).data?.sandbox).toMatchObject({
      problem: expect.stringMatching(words),
      providers: [],
    });
  }
  brokenAnswer = null;
  expect(await api.db.$count(auditLog, eq(auditLog.object, 'sandbox:vertex'))).toBe(0);
});

test('a sandbox that cannot be reached is no error of the server', async () => {
  await closeServer();
  expect(await read()).toMatchObject({
    status: 200,
    errors: [],
    data: { sandbox: { problem: expect.stringContaining('does not answer'), providers: [] } },
  });
  expect((await set('DOWN', 'VERTEX')).data?.sandboxFaultSet).toMatchObject({
    userErrors: [{ code: 'SANDBOX_AWAY' }],
  });
});
