import { expect, test } from 'vitest';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import { withDecision } from './with-decision.ts';

const finding = (changes: Partial<PositionVerdict>): PositionVerdict => ({
  id: 'v',
  positionId: null,
  verdict: 'MISSING',
  expected: null,
  seen: null,
  facingsPlanned: 2,
  facingsSeen: 0,
  confidence: 0.7,
  credit: 0,
  box: null,
  facingBoxes: [],
  candidates: [],
  foundAtPositionId: null,
  reason: 'Nothing was seen.',
  ordinal: 0,
  overrule: null,
  waiver: null,
  machine: null,
  ...changes,
});
const capture = {
  currentScore: {
    score: 0.5,
    verdictCounts: [{ verdict: 'MISSING', count: 1 }],
    verdicts: [finding({ positionId: '1.1' }), finding({ id: 'x', verdict: 'EXTRA', ordinal: 1 })],
  },
} as unknown as ReviewedCapture;
const decision = {
  name: 'Blue soap',
  finding: { positionId: '1.1', ordinal: 0 },
  scoreId: 's',
  seen: { id: 'p', name: 'Blue soap' },
  reason: 'it is there',
};

test("a decision being sent shows the person's verdict beside that of scoring, and leaves the score unchanged", () => {
  const shown = withDecision(
    capture,
    { key: '1.1', verdict: 'MATCH', ...decision },
    'ann@example.com',
    'now',
  );
  const [first, extra] = shown.currentScore?.verdicts ?? [];
  expect(first).toMatchObject({
    verdict: 'MATCH',
    seen: { name: 'Blue soap' },
    overrule: { author: 'ann@example.com', reason: 'it is there' },
    machine: { verdict: 'MISSING' },
  });
  expect(extra).toBe(capture.currentScore?.verdicts[1]);
  expect(shown.currentScore).toMatchObject({
    score: 0.5,
    verdictCounts: [
      { verdict: 'MATCH', count: 1 },
      { verdict: 'EXTRA', count: 1 },
    ],
  });
});

test('a decision that is taken back shows the verdict of scoring, and an extra is found by its index', () => {
  const ruled = withDecision(capture, { ...decision, key: 'extra:1', verdict: 'NOT_ASSESSED' }, 'ann', 'now');
  expect(ruled.currentScore?.verdicts[1]).toMatchObject({
    verdict: 'NOT_ASSESSED',
    machine: { verdict: 'EXTRA' },
  });
  const back = withDecision(ruled, { ...decision, key: 'extra:1', verdict: null }, 'ann', 'now');
  expect(back.currentScore?.verdicts[1]).toMatchObject({ verdict: 'EXTRA', overrule: null, machine: null });
});
