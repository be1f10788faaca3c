import type { PlacementProblem, QualityFlaw, QualityHint } from '../../../generated/graphql.ts';
import {
  aspectOf,
  type PhotoFacts,
  type PhotoSides,
  shownSharpness,
} from '../../../labels/photo-findings.ts';
import { placementLabels } from '../../../labels/quality-labels.ts';
import { percent } from '../../../lib/percent.ts';

interface MeasuredRow {
  name: string;
  /** A dash for an unmeasured value. */
  measured: string;
  /** Null where the rule has no requirement. */
  asked: string | null;
  finding: { label: string; tone: 'bad' | 'short' | null };
}

/**
 * Returns each measure of a photo beside its requirement. Findings come from the pipeline and are not computed here.
 */
export function measuredAgainst(
  quality: PhotoFacts & { flaws: readonly QualityFlaw[]; hints: readonly QualityHint[] },
  photo: PhotoSides | null,
  /** Undefined until the capture is scored. */
  placementProblem: PlacementProblem | null | undefined,
): MeasuredRow[] {
  const { shortSidePx, sharpness, meanGrey, darkShare, glareShare, rule, flaws, hints } = quality;
  const judged = (flaw: QualityFlaw, measure: number | null): MeasuredRow['finding'] =>
    measure === null
      ? { label: 'Not measured', tone: null }
      : flaws.includes(flaw)
        ? { label: 'Not enough', tone: 'bad' }
        : { label: 'Good', tone: null };
  const lit = (measure: number | null, ...words: [QualityHint, string][]): MeasuredRow['finding'] => {
    if (measure === null) return { label: 'Not measured', tone: null };
    const label = words.find(([hint]) => hints.includes(hint))?.[1];
    return label ? { label, tone: 'short' } : { label: 'Good', tone: null };
  };
  const aspect = photo ? aspectOf(photo) : null;
  return [
    {
      name: 'View of the bay',
      measured: placementProblem ? placementLabels[placementProblem] : '–',
      asked: 'upright, from the front',
      finding:
        placementProblem === undefined
          ? { label: 'Not measured', tone: null }
          : placementProblem === null
            ? { label: 'Good', tone: null }
            : { label: placementProblem === 'TURNED' ? 'Turned' : 'Not enough', tone: 'bad' },
    },
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
      measured: glareShare === null ? '–' : `${percent(glareShare)} overexposed`,
      asked: null,
      finding: lit(glareShare, ['GLARE', 'Glare']),
    },
  ];
}
