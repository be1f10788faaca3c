import type { QualityFlaw, QualityHint } from '../../generated/graphql.ts';
import { percent } from '../../lib/percent.ts';
import {
  aspectOf,
  type PhotoFacts,
  type PhotoSides,
  shownSharpness,
} from '../../lib/words/photo-findings.ts';

interface MeasuredRow {
  name: string;
  /** A dash for what nobody has measured. */
  measured: string;
  /** Null where the rule asks for nothing. */
  asked: string | null;
  finding: { word: string; tone: 'bad' | 'short' | null };
}

/** Each measure of a photo beside what its rule asks for. A finding is what the pipeline found, not figured again here. */
export function measuredAgainst(
  quality: PhotoFacts & { flaws: readonly QualityFlaw[]; hints: readonly QualityHint[] },
  photo: PhotoSides | null,
): MeasuredRow[] {
  const { shortSidePx, sharpness, meanGrey, darkShare, glareShare, rule, flaws, hints } = quality;
  const judged = (flaw: QualityFlaw, measure: number | null): MeasuredRow['finding'] =>
    measure === null
      ? { word: 'Not measured', tone: null }
      : flaws.includes(flaw)
        ? { word: 'Not enough', tone: 'bad' }
        : { word: 'Good', tone: null };
  const lit = (measure: number | null, ...words: [QualityHint, string][]): MeasuredRow['finding'] => {
    if (measure === null) return { word: 'Not measured', tone: null };
    const word = words.find(([hint]) => hints.includes(hint))?.[1];
    return word ? { word, tone: 'short' } : { word: 'Good', tone: null };
  };
  const aspect = photo ? aspectOf(photo) : null;
  return [
    {
      name: 'Short side',
      measured: shortSidePx === null ? '–' : `${shortSidePx} px`,
      asked: rule && `at least ${rule.minShortSidePx} px`,
      finding: judged('TOO_SMALL', shortSidePx),
    },
    {
      name: 'Sharpness',
      measured: sharpness === null ? '–' : String(shownSharpness(sharpness)),
      asked: rule && `at least ${rule.minSharpness}`,
      finding: judged('TOO_BLURRED', sharpness),
    },
    {
      name: 'Long to short side',
      measured: aspect === null ? '–' : `${aspect} to 1`,
      asked: rule && `at most ${rule.maxAspect} to 1`,
      finding: judged('BAD_ASPECT', aspect),
    },
    {
      name: 'Brightness',
      measured: meanGrey === null ? '–' : `${Math.round(meanGrey)} of 255`,
      asked: null,
      finding: lit(meanGrey, ['TOO_DARK', 'Dark'], ['TOO_BRIGHT', 'Bright']),
    },
    {
      name: 'Nearly black',
      measured: darkShare === null ? '–' : `${percent(darkShare)} of the photo`,
      asked: null,
      finding: lit(darkShare, ['TOO_DARK', 'Dark']),
    },
    {
      name: 'Glare',
      measured: glareShare === null ? '–' : `${percent(glareShare)} burnt out`,
      asked: null,
      finding: lit(glareShare, ['GLARE', 'Glare']),
    },
  ];
}
