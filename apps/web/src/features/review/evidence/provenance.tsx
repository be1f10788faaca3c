import { qualityFlagLabel } from '../../../labels/quality-labels.ts';
import { scoreOriginLabels } from '../../../labels/score-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import type { CurrentScore, ReviewedCapture } from '../read-capture.ts';
import classes from './evidence-panel.module.css';

interface ProvenanceProps {
  score: CurrentScore;
  quality: ReviewedCapture['quality'];
}

/** Shows how a verdict was made and the quality of its photo, for people who doubt it. */
export function Provenance({ score, quality }: ProvenanceProps) {
  const flags = [...new Set([...score.qualityFlags, ...(quality?.flaws ?? [])])];
  const by = score.author
    ? `${scoreOriginLabels[score.origin]} (${score.author})`
    : scoreOriginLabels[score.origin];
  return (
    <p className={classes.provenance}>
      {by}. {tierLabel(score.tier)}, model {score.modelId}, planogram version {score.planogramVersion.label},
      formula {score.formulaVersion}.{' '}
      {flags.length > 0
        ? `Photo: ${flags.map(qualityFlagLabel).join('; ')}.`
        : quality
          ? 'The photo meets its rule.'
          : 'The photo was not measured.'}
    </p>
  );
}
