import { expect, test } from 'vitest';
import { judgeHistory } from './judge-history.ts';

const answered = (ordinal: number, captureId: string | null, outcome: string | null = 'ACCEPTED') => ({
  ordinal,
  captureId,
  outcome,
});

test('an answer that is in the database, and a broken connection before it, are correct', () => {
  const history = [answered(0, null, null), answered(0, 'a'), answered(0, 'a', 'DUPLICATE')];
  expect(judgeHistory(history, [{ id: 'a', ordinal: 0 }], 1)).toEqual([]);
});

test.each([
  ['an answered capture that is not there', [answered(0, 'a')], [], /lost: 1/],
  ['two ids for one payload', [answered(0, 'a'), answered(0, 'b', 'DUPLICATE')], ['a'], /two ids/],
  ['two captures of one payload', [answered(0, 'a')], ['a', 'b'], /more than one capture/],
  ['two first acceptances', [answered(0, 'a'), answered(0, 'a')], ['a'], /accepted twice/],
  ['silence', [answered(0, null, null)], [], /never answered/],
])('%s is found', (_, history, ids, words) => {
  const findings = judgeHistory(
    history,
    ids.map((id) => ({ id, ordinal: 0 })),
    1,
  );
  expect(findings.join('\n')).toMatch(words);
});
