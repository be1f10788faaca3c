import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nextPayload } from '@gondola/testkit/payload';
import { sql } from 'drizzle-orm';
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('requests');
const { device } = await api.addStore('0421');
const admin = await api.signIn('admin');

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...admin, ...headers },
    body,
  });

const committed = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

test('the committed schema is the one that the code prints', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('../print-schema.ts', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toEqual({
    stdout: '',
    stderr: '',
  });
});

const query = (text: string) => JSON.stringify({ query: text });
test.each([
  ['no JSON', '{"query":', {}],
  ['no query', '{}', {}],
  ['a batch', '[{"query":"{viewer{kind}}"}]', {}],
  ['a number', '7', {}],
  ['no body', '', {}],
  [
    'another content type',
    'query=%7Bviewer%7Bkind%7D%7D',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
  ['plain text', '{viewer{kind}}', { 'content-type': 'text/plain' }],
  ['a syntax error', query('{ viewer {'), {}],
  ['an unknown field', query('{ nothing }'), {}],
  ['an unknown operation', JSON.stringify({ query: '{viewer{kind}}', operationName: 'x' }), {}],
  [
    'variables of a wrong type',
    JSON.stringify({ query: 'query($id:ID!){capture(id:$id){id}}', variables: { id: {} } }),
    {},
  ],
  ['variables that are text', JSON.stringify({ query: '{viewer{kind}}', variables: 'x' }), {}],
  ['too many tokens', query(`{ ${'viewer { kind } '.repeat(600)} }`), {}],
  [
    'too many aliases',
    query(`{ ${Array.from({ length: 31 }, (_, i) => `a${i}: viewer { kind }`).join(' ')} }`),
    {},
  ],
  [
    'too deep a query',
    query(
      `{ planograms { edges { node ${'{ versions { planogram '.repeat(6)} { id } ${'} }'.repeat(6)} } } }`,
    ),
    {},
  ],
  ['a subscription', query('subscription { x: __typename }'), {}],
  ['a fragment inside itself', query('{ viewer { ...f } } fragment f on Viewer { kind ...f }'), {}],
  [
    'fragments that double',
    query(
      `{ viewer { ...f0 } } fragment f20 on Viewer { kind } ${Array.from({ length: 20 }, (_, i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} }`).join(' ')}`,
    ),
    {},
  ],
  ['a body of more than 12 megabytes', query(`{ viewer { kind } } # ${'x'.repeat(12_600_000)}`), {}],
  [
    'an instant without a year',
    query('{ captures(filter: { takenAfter: "0000-01-01T00:00:00Z" }) { totalCount } }'),
    {},
  ],
  ['an integer out of range', query('{ captures(first: 99999999999) { totalCount } }'), {}],
])('%s is answered with 4xx', async (_what, body, headers) => {
  const response = await post(body, headers as Record<string, string>);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  const answer = (await response.json()) as { errors: unknown[] };
  expect(answer.errors.length).toBeGreaterThan(0);
});

test('a query by GET needs a key, or the header that no cross-site form can send', async () => {
  const url = `${api.url}/graphql?query=${encodeURIComponent('{viewer{kind}}')}`;
  expect((await fetch(url, { headers: admin })).status).toBe(400);
  // What a browser adds by itself proves nothing.
  expect((await fetch(url, { headers: { authorization: 'Basic eDp5' } })).status).toBe(400);
  expect((await fetch(url, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
  const answer = await fetch(url, { headers: device });
  expect(await answer.json()).toEqual({ data: { viewer: { kind: 'DEVICE' } } });
  const mutation = `${api.url}/graphql?query=${encodeURIComponent('mutation { captureSubmit(input: { captures: [] }) { userErrors { code } } }')}`;
  const refused = await fetch(mutation, { headers: device });
  expect({ status: refused.status, allow: refused.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'POST',
  });
});

test('a person who opens the address in a browser reads what it is, and nothing is executed', async () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const answer = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{viewer{kind}}')}`, {
    headers: { accept },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch('text/html');
  expect(answer.headers.get('content-security-policy')).toMatch("default-src 'none'");
  const page = await answer.text();
  expect(page).toMatch(/schema\.graphql[\s\S]*Authorization: Bearer[\s\S]*\/auth\/sign-in\/email/);
  expect(page).not.toContain('NOBODY');
});

test('persisted queries: the text is asked for once, then its hash is enough, also by GET with a key', async () => {
  const text = '{ viewer { kind } }';
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const unknown = await post(JSON.stringify({ extensions }));
  expect(await unknown.json()).toMatchObject({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  expect((await post(JSON.stringify({ query: text, extensions }))).status).toBe(200);
  const byHash = `${api.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
  expect(await (await fetch(byHash, { headers: device })).json()).toEqual({
    data: { viewer: { kind: 'DEVICE' } },
  });
  const wrong = await post(JSON.stringify({ query: '{ viewer { name } }', extensions }));
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('what graphql-js cannot execute is the mistake of the caller', async () => {
  const answer = await post(query('subscription { x: __typename }'));
  expect(answer.status).toBe(400);
  const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  expect(errors[0]?.message).toMatch(/subscription/);
});

test('a long answer is packed for who can unpack it', async () => {
  const text = query('{ __schema { types { name description } } }');
  const answer = await post(text, { 'accept-encoding': 'gzip' });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(((await answer.json()) as { data: object }).data).toHaveProperty('__schema');
  const plain = await post(text, { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

test.each([
  ['DELETE', '/graphql', 'GET, POST'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['POST', '/readyz', 'GET, HEAD'],
  ['PUT', `/images/${'0'.repeat(64)}`, 'GET, HEAD'],
  ['GET', '/product-images', 'PUT'],
])('%s %s is answered 405, with the methods that are possible', async (method, path, allow) => {
  const headers = { ...device, 'content-type': 'application/json' };
  const answer = await fetch(`${api.url}${path}`, { method, headers });
  expect({ status: answer.status, allow: answer.headers.get('allow') }).toEqual({ status: 405, allow });
});

const badTexts = ['\0', 'a\0b', '\ud800', 'x\udfffy'];

test('no string argument of any field can be turned into a server error', async () => {
  const operations = [
    ...operationsOf(committed, 'query'),
    ...operationsOf(committed, 'mutation').filter(({ name }) => name !== 'captureSubmit'),
  ];
  expect(operations.length).toBeGreaterThan(15);
  for (const operation of operations)
    for (const text of badTexts) {
      const { status, errors } = await api.ask(
        operation.query,
        operation.variables(text),
        operation.name === 'captureUploadCreate' ? device : admin,
      );
      expect(status, operation.name).toBeLessThan(500);
      expect(errors[0]?.extensions.code, `${operation.name} ${JSON.stringify(errors)}`).toBe(
        'BAD_USER_INPUT',
      );
    }
});

test('bad text in a payload is a dead letter with a reason, and its neighbours are taken', async () => {
  const payloads = [
    ...badTexts.map((text) => nextPayload('0421', { aisle: text })),
    nextPayload('0421', { firmware: { '\0': 1 } }),
    nextPayload('0421'),
  ];
  const answer = await api.ask(
    `mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) {
       results { outcome problems { code } deadLetter { rawPayload } } } }`,
    { captures: payloads },
    device,
  );
  expect(answer.errors).toEqual([]);
  const { results } = partOf<{ results: { outcome: string; problems: { code: string }[] }[] }>(
    answer,
    'captureSubmit',
  );
  expect(results.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('DEAD_LETTERED'), 'ACCEPTED']);
  expect(results[0]?.problems[0]?.code).toBe('TEXT_INVALID');
});

test('a batch of 500 is taken and one of 501 is refused', async () => {
  const submit = (count: number) =>
    api.ask(
      `mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) {
         results { outcome } userErrors { code } } }`,
      { captures: Array.from({ length: count }, () => nextPayload('0421', { firmware: 'x'.repeat(5_000) })) },
      device,
    );
  expect(partOf<{ results: unknown[] }>(await submit(500), 'captureSubmit').results).toHaveLength(500);
  expect((await submit(501)).data?.captureSubmit).toEqual({
    results: [],
    userErrors: [{ code: 'BATCH_SIZE' }],
  });
  expect((await submit(0)).data?.captureSubmit).toEqual({
    results: [],
    userErrors: [{ code: 'BATCH_SIZE' }],
  });
});

/** One operation for every argument that holds text, directly or in an input object, with that text replaced. */
function operationsOf(of: GraphQLSchema, kind: 'query' | 'mutation') {
  const root = kind === 'query' ? of.getQueryType() : of.getMutationType();
  return Object.values(root?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((arg) =>
      textPaths(arg.type).map((path) => {
        const others = field.args.filter((other) => other !== arg && isNonNullType(other.type));
        const given = [arg, ...others];
        const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
        const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
        return {
          name: field.name,
          query: `${kind} (${declared}) { ${field.name}(${passed}) { __typename } }`,
          variables: (text: string) => ({
            ...Object.fromEntries(others.map(({ name, type }) => [name, fillerOf(type)])),
            [arg.name]: valueFor(arg.type, path, text),
          }),
        };
      }),
    ),
  );
}

function textPaths(type: GraphQLInputType): string[][] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) =>
      textPaths(field.type).map((path) => [field.name, ...path]),
    );
  return named.name === 'String' || named.name === 'ID' ? [[]] : [];
}

function valueFor(type: GraphQLInputType, path: readonly string[], text: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, path, text);
  if (isListType(type)) return [valueFor(type.ofType, path, text)];
  if (!isInputObjectType(type)) return text;
  const [head, ...rest] = path;
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => field.name === head || isNonNullType(field.type))
      .map((field) => [
        field.name,
        field.name === head ? valueFor(field.type, rest, text) : fillerOf(field.type),
      ]),
  );
}

function fillerOf(type: GraphQLInputType): unknown {
  const { name } = getNamedType(type);
  const fillers: Record<string, unknown> = {
    Int: 1,
    DateTime: '2026-11-01T00:00:00Z',
    PlanogramFormat: 'GONDOLA',
    DriftReleaseMode: 'ACTIVE',
    ReprocessMode: 'RESCORE',
    ReprocessAct: 'PAUSE',
    VersionChoice: 'PINNED',
    DeadLetterReason: 'FIELD_MISSING',
  };
  return fillers[name] ?? 'x';
}

test('an unexpected error shows its trace id and nothing else', async () => {
  await api.db.execute(sql`alter table recapture_request rename to out_of_reach`);
  const trace = 'a'.repeat(32);
  const traceparent = `00-${trace}-${'b'.repeat(16)}-01`;
  const answer = await api.ask(
    '{ captures(first: 2) { edges { node { id recaptureRequest { createdAt } } } } }',
    {},
    { ...admin, traceparent },
  );
  expect(answer.status).toBeLessThan(500);
  for (const { message, extensions } of answer.errors) {
    expect(message).not.toMatch(/recapture_request|select|relation/i);
    expect(extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', traceId: trace });
  }
  expect(answer.errors.length).toBeGreaterThan(0);
});
