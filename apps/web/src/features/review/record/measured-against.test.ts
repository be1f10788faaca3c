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
const rowOf = (name: string, changes: Partial<Parameters<typeof measuredAgainst>[0]> = {}) =>
  measuredAgainst({ ...quality, ...changes }, { widthPx: 1200, heightPx: 1500 }).find(
    (row) => row.name === name,
  );

test('each measure stands beside what the rule asks for, with what the pipeline found', () => {
  expect(rowOf('Sharpness')).toMatchObject({
    measured: '43',
    asked: 'at least 100',
    finding: { word: 'Not enough', tone: 'bad' },
  });
  expect(rowOf('Short side')).toMatchObject({ measured: '1200 px', finding: { word: 'Good', tone: null } });
  expect(rowOf('Long to short side')).toMatchObject({ measured: '1.3 to 1', asked: 'at most 3 to 1' });
});

test('light is advice: it has a finding but nothing is asked for', () => {
  expect(rowOf('Nearly black')).toMatchObject({ asked: null, finding: { word: 'Dark', tone: 'short' } });
  expect(rowOf('Glare')).toMatchObject({ finding: { word: 'Good', tone: null } });
});

test('what was not measured is a dash and no finding', () => {
  expect(rowOf('Glare', { glareShare: null })).toMatchObject({
    measured: '–',
    finding: { word: 'Not measured', tone: null },
  });
  expect(rowOf('Sharpness', { rule: null })).toMatchObject({ asked: null });
});
