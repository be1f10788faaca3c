import { percent } from '../../lib/percent.ts';
import { CaptureCell } from '../../ui/capture-cell.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { ShownCapture } from './list-announced-photos.ts';
import classes from './photo-table.module.css';

/** Lists the captures that show a photo, each with a link to its review. `count`: how many there are in all. */
export function ShownCaptures({ captures, count }: { captures: readonly ShownCapture[]; count: number }) {
  const unnamed = count - captures.length;
  return (
    <ul className={classes.captures}>
      {captures.map((capture) => (
        <li key={capture.id}>
          <CaptureCell capture={capture} />
          <StateTag state={capture.state} />
          <ScoreLabel score={capture.currentScore} />
        </li>
      ))}
      {unnamed > 0 ? (
        <li className={classes.dim}>
          and {unnamed.toLocaleString('en')} more {unnamed === 1 ? 'capture' : 'captures'} with the same photo
        </li>
      ) : null}
    </ul>
  );
}

function ScoreLabel({ score }: { score: ShownCapture['currentScore'] }) {
  if (!score) return <span className={classes.dim}>No score</span>;
  if (score.score === null) return <span title={score.unscoredReason ?? ''}>Unscored</span>;
  return <span>Score {percent(score.score)}</span>;
}
