import { IconArrowRight } from '@tabler/icons-react';
import { VerdictTag } from '../../../ui/verdict-tag.tsx';
import type { Comparison, Difference } from './compare-scores.ts';
import classes from './run-comparison.module.css';

/** Lists the positions that two scores judge differently, and counts those judged alike. */
export function ChangedPositions({ comparison }: { comparison: Comparison }) {
  const { positions, same, extrasBefore, extrasAfter } = comparison;
  return (
    <>
      {positions.length > 0 ? (
        <ul className={classes.list}>
          {positions.map((one) => (
            <li key={`${one.before?.positionId} ${one.after?.positionId}`}>
              <span className={classes.name}>{one.expected?.name ?? 'Not in the catalogue'}</span>
              <span className={classes.sides}>
                <Side side={one.before} none="not planned" />
                <IconArrowRight size={14} aria-label="became" />
                <Side side={one.after} none="not planned any more" />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className={classes.none}>
        {positions.length === 0 ? 'No position is judged differently. ' : ''}
        {same === 1 ? '1 position is' : `${same} positions are`} judged alike.
        {extrasBefore === extrasAfter
          ? ''
          : ` Unplanned products: ${extrasBefore} before, ${extrasAfter} after.`}
      </p>
    </>
  );
}

function Side({ side, none }: { side: Difference['before']; none: string }) {
  if (!side) return <span className={classes.dim}>{none}</span>;
  return (
    <span>
      <VerdictTag verdict={side.verdict} />
      <span className={classes.dim}>{side.facingsSeen === null ? '' : ` ${side.facingsSeen} seen`}</span>
    </span>
  );
}
