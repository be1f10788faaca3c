import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import { Tag } from '../../ui/tag.tsx';
import classes from './impact-figures.module.css';
import { type Impact, meanLabel } from './impact-labels.ts';
import { ScoreHistogram } from './score-histogram.tsx';

/** Shows the effect of a batch on scores: how many improved or got worse, the mean, and the distribution. */
export function ImpactFigures({ impact }: { impact: Impact }) {
  const { improved, worsened, same } = impact;
  return (
    <>
      <ul className={classes.figures} aria-label="Scores before and after">
        <li>
          <Tag tone="good" icon={IconArrowUp}>
            {improved.toLocaleString('en')} better
          </Tag>
        </li>
        <li>
          <Tag tone="bad" icon={IconArrowDown}>
            {worsened.toLocaleString('en')} worse
          </Tag>
        </li>
        <li>
          <Tag tone="quiet" icon={IconEqual}>
            {same.toLocaleString('en')} the same
          </Tag>
        </li>
      </ul>
      <p className={classes.mean}>{meanLabel(impact)}</p>
      <ScoreHistogram impact={impact} />
    </>
  );
}
