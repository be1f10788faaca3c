import { expect, test } from 'vitest';
import { measuredAgainst } from './measured-against.ts';

const quality = {
  shortSidePx: 1200,
  sharpness: 43.4,
  meanGrey: 30,
  darkShare: 0.7,
  glareShare: 0.01,
  flaws: ['TOO_BLURRED' as const],
  hints: ['TOO_DARK' as const],
  rule: { minShortSidePx: 1080, minSharpness: 100, maxAspect: 3 },
};
const rowOf = (
  name: string,
  changes: Partial<Parameters<typeof measuredAgainst>[0]> = {},
  problem?: 'TURNED' | null,
) =>
  measuredAgainst({ ...quality, ...changes }, { widthPx: 1200, heightPx: 1500 }, problem).find(
    (row) => row.name === name,
  );

test("each measure is beside the requirement of the rule, with the pipeline's finding", () => {
  expect(rowOf('Sharpness')).toMatchObject({
    measured: '43',
    asked: 'at least 100',
    finding: { label: 'Not enough', tone: 'bad' },
  });
  expect(rowOf('Short side')).toMatchObject({ measured: '1200 px', finding: { label: 'Good', tone: null } });
  expect(rowOf('Long to short side')).toMatchObject({ measured: '1.3 to 1', asked: 'at most 3 to 1' });
});

test('light is advice: it has a finding but no requirement', () => {
  expect(rowOf('Nearly black')).toMatchObject({ asked: null, finding: { label: 'Dark', tone: 'short' } });
  expect(rowOf('Glare')).toMatchObject({ finding: { label: 'Good', tone: null } });
});

test('an unmeasured value is a dash without a finding', () => {
  expect(rowOf('Glare', { glareShare: null })).toMatchObject({
    measured: '–',
    finding: { label: 'Not measured', tone: null },
  });
  expect(rowOf('Sharpness', { rule: null })).toMatchObject({ asked: null });
});

test('a photo that lies on its side is not good, and a photo that is not scored has no finding', () => {
  expect(rowOf('View of the bay', {}, 'TURNED')).toMatchObject({ finding: { label: 'Turned', tone: 'bad' } });
  expect(rowOf('View of the bay', {}, null)).toMatchObject({ finding: { label: 'Good' } });
  expect(rowOf('View of the bay')).toMatchObject({ finding: { label: 'Not measured' } });
});
