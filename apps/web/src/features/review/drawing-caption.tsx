import classes from './drawing.module.css';
import { nameOfFinding } from './name-of-finding.ts';
import type { PositionVerdict } from './read-capture.ts';
import { keyOf, type Selection } from './selection.ts';

/** The name of the finding under the pointer, or else of the chosen one. Screen readers get it from the box itself. */
export function DrawingCaption({
  verdicts,
  selection,
}: {
  verdicts: readonly PositionVerdict[];
  selection: Selection;
}) {
  const key = selection.hovered ?? selection.selected;
  const verdict = verdicts.find((candidate) => keyOf(candidate) === key);
  return (
    <p className={classes.caption} aria-hidden>
      {verdict ? nameOfFinding(verdict) : ''}
    </p>
  );
}
