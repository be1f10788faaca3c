import { deadLetter } from '@gondola/db';
import { expect, test } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('dead_letter');
const analyst = await api.signIn('analyst');
const { storeId } = await api.addStore('0421');

const letterOf = (payloadSha256: string) => ({
  payloadSha256,
  problems: [],
  rawPayload: '{}',
  storeId,
});
await api.db.insert(deadLetter).values([
  { ...letterOf('1'), stage: 'intake', reason: 'FIELD_MISSING' },
  { ...letterOf('2'), stage: 'infer', reason: 'STAGE_FAILED' },
  { ...letterOf('3'), stage: 'infer', reason: 'STAGE_FAILED', resolvedAt: new Date() },
]);

const ask = async (filter: string) => {
  const answer = await api.ask(
    `{ deadLetters(filter: ${filter}) { totalCount edges { node { stage reason resolvedAt } } } }`,
    {},
    analyst,
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.deadLetters;
};

test('the list and the counts by reason are of open dead letters, or of resolved ones when requested', async () => {
  const [missing, failed] = [
    { stage: 'INTAKE', reason: 'FIELD_MISSING' },
    { stage: 'INFER', reason: 'STAGE_FAILED' },
  ];
  const query = (of: string) => `{ deadLetterReasons${of} { stage reason count } }`;
  const open = [
    { ...missing, resolvedAt: null },
    { ...failed, resolvedAt: null },
  ];
  for (const filter of ['null', '{}', '{ resolved: false }', '{ resolved: null }']) {
    const found = (await ask(filter)) as { totalCount: number; edges: { node: object }[] };
    expect(found.totalCount).toBe(2);
    expect(found.edges.map(({ node }) => node)).toEqual(expect.arrayContaining(open));
  }
  expect(await ask('{ resolved: true }')).toEqual({
    totalCount: 1,
    edges: [{ node: { ...failed, resolvedAt: expect.any(String) } }],
  });
  const counted = async (of: string) => (await api.ask(query(of), {}, analyst)).data?.deadLetterReasons;
  expect(await counted('')).toEqual([
    { ...missing, count: 1 },
    { ...failed, count: 1 },
  ]);
  expect(await counted('(resolved: true)')).toEqual([{ ...failed, count: 1 }]);
});

test('dead letters are listed by stage and reason, both from closed lists', async () => {
  expect(await ask('{ stage: INFER }')).toMatchObject({ totalCount: 1 });
  expect(await ask('{ reason: FIELD_MISSING, stage: INTAKE }')).toMatchObject({ totalCount: 1 });
  expect(await ask('{ reason: PHOTO_EMPTY }')).toMatchObject({ totalCount: 0 });
  const { errors } = await api.ask(
    '{ deadLetters(filter: { reason: NONSENSE }) { totalCount } }',
    {},
    analyst,
  );
  expect(errors[0]?.message).toContain('"DeadLetterReason"');
});
