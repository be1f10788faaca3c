import type { CaptureSelection } from './capture-selection.ts';
import classes from './captures-table.module.css';
import type { ListedCapture } from './list-captures.ts';

/** Selects one capture of the list. */
export function SelectCapture({
  selection,
  capture,
}: {
  selection: CaptureSelection;
  capture: ListedCapture;
}) {
  return (
    <label className={classes.pick}>
      <input
        type="checkbox"
        aria-label={`Select ${capture.store.code} ${capture.bay.aisle}`}
        checked={selection.has(capture.id)}
        disabled={selection.all}
        onChange={(event) => selection.pick([capture.id], event.currentTarget.checked)}
      />
    </label>
  );
}

/** Selects all captures that are listed so far. */
export function SelectListed({
  selection,
  captures,
}: {
  selection: CaptureSelection;
  captures: readonly ListedCapture[];
}) {
  const picked = captures.filter(({ id }) => selection.has(id)).length;
  return (
    <label className={classes.pick}>
      <input
        type="checkbox"
        aria-label="Select all that are listed"
        checked={picked === captures.length}
        disabled={selection.all}
        ref={(box) => {
          if (box) box.indeterminate = picked > 0 && picked < captures.length;
        }}
        onChange={(event) =>
          selection.pick(
            captures.map(({ id }) => id),
            event.currentTarget.checked,
          )
        }
      />
    </label>
  );
}
