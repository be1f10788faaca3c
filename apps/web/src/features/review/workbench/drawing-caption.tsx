import classes from '../../../shelf-view/drawing.module.css';
import type { Selection } from '../../../shelf-view/selection.ts';
import { findingKey } from '../finding-key.ts';
import { findingName } from '../finding-name.ts';
import type { PositionVerdict } from '../read-capture.ts';

/**
 * Shows the name of the finding under the pointer, or else of the chosen one. Screen readers get it from the box
 * itself.
 */
export function DrawingCaption({
  verdicts,
  selection,
}: {
  verdicts: readonly PositionVerdict[];
  selection: Selection;
}) {
  const key = selection.hovered ?? selection.selected;
  const verdict = verdicts.find((candidate) => findingKey(candidate) === key);
  return (
    <p className={classes.caption} aria-hidden>
      {verdict ? findingName(verdict) : ''}
    </p>
  );
}
