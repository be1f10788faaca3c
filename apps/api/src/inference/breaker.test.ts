import { auditLog, breaker, breakerTransition, rescoreOffer } from '@gondola/db';
import { breakerRows } from '@gondola/pipeline/breakers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { globalIdOf } from '../ids/node-id.ts';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('breakers');
const operator = await api.signIn('operator');
const by = 'operator@demo.gondola.local';
const sharedState = breakerRows(api.db, () => 0.5);

const operate = (act: 'Isolate' | 'Restore', name: string, reason = 'maintenance') =>
  api.ask(
    `mutation ($input: BreakerActInput!) { breaker${act}(input: $input) {
      breaker { name state reason since retryAt } userErrors { code field } } }`,
    { input: { name, reason } },
    operator,
  );

test('a breaker shows its state, its policy, and its transitions in pages, newest first', async () => {
  const { row } = await sharedState.read('vertex/detect');
  for (let i = 0; i < 5; i++)
    await sharedState.report(
      'vertex/detect',
      {
        kind: 'failure',
        generation: row.generation,
        calls: 2,
        ending: { kind: 'TRANSIENT', message: '503', retryAfterMs: null },
      },
      'worker:w',
    );
  await operate('Isolate', 'vertex/detect');
  const answer = await api.ask(
    `{ breakers { name }
       breaker(name: "vertex/detect") { state generation since retryAt reason failures calls ratePerSecond probeOwner
         policy { builtIn baseSeconds capSeconds callTimeoutMs }
         transitions(first: 1) { totalCount pageInfo { hasNextPage endCursor }
           edges { node { generation fromState toState reason actor facts } } } }
       none: breaker(name: "none") { name } }`,
    {},
    operator,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data).toMatchObject({
    breakers: [{ name: 'vertex/detect' }],
    none: null,
    breaker: {
      state: 'ISOLATED',
      generation: 2,
      since: expect.any(String),
      retryAt: null,
      reason: 'maintenance',
      failures: 5,
      calls: 10,
      ratePerSecond: null,
      probeOwner: null,
      policy: { builtIn: true, baseSeconds: 5, capSeconds: 60, callTimeoutMs: 8000 },
      transitions: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [
          {
            node: {
              generation: 2,
              fromState: 'OPEN',
              toState: 'ISOLATED',
              reason: 'maintenance',
              actor: by,
            },
          },
        ],
      },
    },
  });
});

test('isolating and restoring work by name, each once, and both are in the audit log; a wrong name creates no breaker', async () => {
  await sharedState.read('kserve/detect');
  const calm = await api.ask('{ breaker(name: "kserve/detect") { since } }', {}, operator);
  expect(calm.data).toEqual({ breaker: { since: null } });
  expect((await operate('Restore', 'kserve/detect')).data?.breakerRestore).toMatchObject({
    breaker: { state: 'CLOSED' },
    userErrors: [{ code: 'BREAKER_NOT_ISOLATED', field: ['name'] }],
  });
  expect((await operate('Isolate', 'kserve/detect')).data?.breakerIsolate).toMatchObject({
    breaker: { state: 'ISOLATED', reason: 'maintenance' },
    userErrors: [],
  });
  expect((await operate('Isolate', 'kserve/detect')).data?.breakerIsolate).toMatchObject({
    userErrors: [{ code: 'BREAKER_ISOLATED_ALREADY' }],
  });
  expect((await operate('Restore', 'kserve/detect', 'done')).data?.breakerRestore).toMatchObject({
    breaker: { state: 'OPEN', reason: 'done', retryAt: expect.any(String) },
    userErrors: [],
  });
  const log = await api.db.select().from(auditLog).where(eq(auditLog.object, 'breaker:kserve/detect'));
  expect(log).toMatchObject([
    {
      action: 'breakerIsolate',
      actor: by,
      facts: { reason: 'maintenance', from: 'CLOSED', role: 'operator' },
    },
    { action: 'breakerRestore', actor: by, facts: { reason: 'done', from: 'ISOLATED' } },
  ]);
  expect((await operate('Isolate', 'typo/detect')).data?.breakerIsolate).toEqual({
    breaker: null,
    userErrors: [{ code: 'BREAKER_UNKNOWN', field: ['name'] }],
  });
  expect((await operate('Isolate', 'kserve/detect', ' ')).data?.breakerIsolate).toMatchObject({
    userErrors: [{ code: 'FIELD_BLANK', field: ['reason'] }],
  });
  expect(await api.db.$count(breaker, eq(breaker.name, 'typo/detect'))).toBe(0);
});

test('a review is run, shown with its evidence, and decided on; the policy in force changes', async () => {
  const name = 'rekognition/detect';
  await sharedState.read(name);
  // Twelve outages of about 15 minutes: an opening, failing probes every minute, and a successful one.
  let generation = 0;
  const start = Date.now() - 10 * 86_400_000;
  const lines = Array.from({ length: 12 }, (_, outage) => outage).flatMap((outage) => {
    const at = (seconds: number) => new Date(start + outage * 7_200_000 + seconds * 1000);
    const line = (
      seconds: number,
      fromState: 'CLOSED' | 'OPEN' | 'HALF_OPEN',
      toState: 'CLOSED' | 'OPEN' | 'HALF_OPEN',
      facts = {},
    ) => {
      generation += 1;
      const said = { reason: 'x', facts, actor: 'worker:w' };
      return { name, generation, fromState, toState, at: at(seconds), ...said };
    };
    return [
      line(0, 'CLOSED', 'OPEN', { reopenCount: 1, failures: 5, calls: 5 }),
      ...Array.from({ length: 15 }, (_, i) => [
        line(60 * i + 50, 'OPEN', 'HALF_OPEN'),
        line(60 * i + 51, 'HALF_OPEN', 'OPEN', { reopenCount: 2 + i }),
      ]).flat(),
      line(950, 'OPEN', 'HALF_OPEN'),
      line(951, 'HALF_OPEN', 'CLOSED', { probeSuccesses: 1 }),
    ];
  });
  await api.db.insert(breakerTransition).values(lines);
  await api.db.update(breaker).set({ generation, reason: 'x' }).where(eq(breaker.name, name));

  const run = await api.ask(
    `mutation ($name: String!) { breakerAuditRun(input: { name: $name }) { userErrors { code } audit { id open
      noProposal createdBy episodes { ended ongoing outageSecondsP50 } present { cost waits { baseSeconds capSeconds } }
      proposed { cost waits { baseSeconds factor capSeconds } } candidates { cost } } } }`,
    { name },
    operator,
  );
  interface Shown {
    id: string;
    present: { cost: number };
    proposed: { cost: number; waits: { baseSeconds: number; factor: number; capSeconds: number } };
  }
  const { audit } = partOf<{ audit: Shown }>(run, 'breakerAuditRun');
  expect(audit).toMatchObject({
    open: true,
    noProposal: null,
    createdBy: by,
    episodes: { ended: 12, ongoing: 0, outageSecondsP50: 950 },
    present: { waits: { baseSeconds: 5, capSeconds: 60 } },
    proposed: { waits: { capSeconds: 120 } },
  });
  expect(audit.proposed.cost).toBeLessThan(audit.present.cost);

  const decide = (id: string, note = 'long outages') =>
    api.ask(
      `mutation ($id: ID!, $note: String!) { breakerAuditDecide(input: { id: $id, approve: true, note: $note }) {
        audit { decision decidedBy decisionNote open } userErrors { code } } }`,
      { id, note },
      operator,
    );
  expect((await decide(audit.id, ' ')).data?.breakerAuditDecide).toMatchObject({
    userErrors: [{ code: 'FIELD_BLANK' }],
  });
  expect((await decide(audit.id)).data?.breakerAuditDecide).toEqual({
    audit: { decision: 'APPROVED', decidedBy: by, decisionNote: 'long outages', open: false },
    userErrors: [],
  });
  expect((await decide(audit.id)).data?.breakerAuditDecide).toMatchObject({
    userErrors: [{ code: 'ALREADY_DECIDED' }],
  });
  expect((await decide('x')).data?.breakerAuditDecide).toMatchObject({
    userErrors: [{ code: 'AUDIT_UNKNOWN' }],
  });
  const after = await api.ask(
    `{ breaker(name: "${name}") { policy { builtIn baseSeconds factor capSeconds note createdBy } }
       open: breakerAudits(open: true) { totalCount } breakerAudits(name: "${name}") { totalCount edges { node { decision } } } }`,
    {},
    operator,
  );
  expect(after.data).toMatchObject({
    breaker: { policy: { builtIn: false, ...audit.proposed.waits, note: 'long outages', createdBy: by } },
    open: { totalCount: 0 },
    breakerAudits: { totalCount: 1, edges: [{ node: { decision: 'APPROVED' } }] },
  });
  const unknown = await api.ask(
    'mutation { breakerAuditRun(input: { name: "none" }) { audit { id } userErrors { code } } }',
    {},
    operator,
  );
  expect(unknown.data?.breakerAuditRun).toEqual({ audit: null, userErrors: [{ code: 'BREAKER_UNKNOWN' }] });
});

test('an offer is listed while it is open and dismissed once', async () => {
  const [offer] = await api.db
    .insert(rescoreOffer)
    .values({
      breaker: 'vertex/detect',
      outageFrom: new Date('2026-11-01T10:00:00Z'),
      outageTo: new Date('2026-11-01T10:20:00Z'),
      captures: 7,
    })
    .returning();
  const list = async (open: boolean) =>
    (
      await api.ask(
        `{ rescoreOffers(open: ${open}) { totalCount edges { node { id breaker captures outageFrom decision } } } }`,
        {},
        operator,
      )
    ).data?.rescoreOffers;
  const id = globalIdOf('RescoreOffer', offer?.id ?? '');
  expect(await list(true)).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          id,
          breaker: 'vertex/detect',
          captures: 7,
          outageFrom: '2026-11-01T10:00:00.000Z',
          decision: null,
        },
      },
    ],
  });
  const dismiss = (given: string) =>
    api.ask(
      'mutation ($id: ID!) { rescoreOfferDismiss(input: { id: $id }) { offer { decision decidedBy } userErrors { code } } }',
      { id: given },
      operator,
    );
  expect((await dismiss(id)).data?.rescoreOfferDismiss).toEqual({
    offer: { decision: 'DISMISSED', decidedBy: by },
    userErrors: [],
  });
  expect((await dismiss(id)).data?.rescoreOfferDismiss).toMatchObject({
    userErrors: [{ code: 'ALREADY_DECIDED' }],
  });
  expect((await dismiss('x')).data?.rescoreOfferDismiss).toMatchObject({
    userErrors: [{ code: 'OFFER_UNKNOWN' }],
  });
  expect(await list(true)).toMatchObject({ totalCount: 0 });
  expect(await list(false)).toMatchObject({ totalCount: 1 });
});
