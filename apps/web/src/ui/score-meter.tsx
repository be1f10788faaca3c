import { percent } from '../lib/percent.ts';
import classes from './score-meter.module.css';

interface ScoreMeterProps {
  /** 0..1, or null when nothing could be assessed. */
  score: number | null;
  /** 0..1. */
  coverage: number;
  unscoredReason?: string | null;
}

/**
 * Shows a score with its coverage as a bar below: a high score over little coverage must not look like a high score.
 */
export function ScoreMeter({ score, coverage, unscoredReason }: ScoreMeterProps) {
  return (
    <span
      className={classes.meter}
      title={unscoredReason ?? `Score ${percent(score)}, coverage ${percent(coverage)}`}
    >
      <span className={classes.figures}>
        <b>{score === null ? 'Unscored' : percent(score)}</b>
        <span className={classes.coverage}>of {percent(coverage)} seen</span>
      </span>
      <span className={classes.track} aria-hidden>
        <span className={classes.covered} style={{ width: `${coverage * 100}%` }} />
        <span className={classes.scored} style={{ width: `${(score ?? 0) * coverage * 100}%` }} />
      </span>
    </span>
  );
}
