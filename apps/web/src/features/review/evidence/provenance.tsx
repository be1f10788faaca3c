import { flagWord } from '../../lib/words/quality-words.ts';
import { originWords } from '../../lib/words/score-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import classes from './evidence-panel.module.css';
import type { CurrentScore, ReviewedCapture } from './read-capture.ts';

interface ProvenanceProps {
  score: CurrentScore;
  quality: ReviewedCapture['quality'];
}

/** Where a verdict comes from, and what its photo was like: what somebody who doubts it asks next. */
export function Provenance({ score, quality }: ProvenanceProps) {
  const flags = [...new Set([...score.qualityFlags, ...(quality?.flaws ?? [])])];
  const by = score.author ? `${originWords[score.origin]} (${score.author})` : originWords[score.origin];
  return (
    <p className={classes.provenance}>
      {by}. {tierWord(score.tier)}, model {score.modelId}, planogram version {score.planogramVersion.label},
      formula {score.formulaVersion}.{' '}
      {flags.length > 0
        ? `Photo: ${flags.map(flagWord).join('; ')}.`
        : quality
          ? 'The photo is as good as its rule asks.'
          : 'The photo was not measured.'}
    </p>
  );
}
