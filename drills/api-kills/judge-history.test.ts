import { expect, test } from 'vitest';
import { judgeHistory } from './judge-history.ts';

const told = (ordinal: number, captureId: string | null, outcome: string | null = 'ACCEPTED') => ({
  ordinal,
  captureId,
  outcome,
});

test('an answer that is in the database, and a break before it, are fine', () => {
  const history = [told(0, null, null), told(0, 'a'), told(0, 'a', 'DUPLICATE')];
  expect(judgeHistory(history, [{ id: 'a', ordinal: 0 }], 1)).toEqual([]);
});

test.each([
  ['an answered capture that is not there', [told(0, 'a')], [], /lost: 1/],
  ['two ids for one payload', [told(0, 'a'), told(0, 'b', 'DUPLICATE')], ['a'], /two ids/],
  ['two captures of one payload', [told(0, 'a')], ['a', 'b'], /more than one capture/],
  ['two first acceptances', [told(0, 'a'), told(0, 'a')], ['a'], /accepted twice/],
  ['silence', [told(0, null, null)], [], /never answered/],
])('%s is found', (_, history, ids, words) => {
  const findings = judgeHistory(
    history,
    ids.map((id) => ({ id, ordinal: 0 })),
    1,
  );
  expect(findings.join('\n')).toMatch(words);
});
