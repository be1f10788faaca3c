'use client';
import { PlanogramDrawing } from '../../shelf-view/planogram-drawing.tsx';
import type { Selection } from '../../shelf-view/selection.ts';
import { type DiffMark, diffStyles } from './diff/diff-styles.ts';
import type { PlannedPosition, PlannedVersion } from './read-version.ts';

interface VersionDrawingProps {
  version: Pick<PlannedVersion, 'label' | 'widthMm' | 'heightMm' | 'shelves' | 'positions'>;
  /** The key of a position in the selection, and its mark; no mark is drawn for SAME. */
  of: (position: PlannedPosition) => { key: string; mark: DiffMark };
  selection: Selection;
}

/** Draws a planogram version to scale, its shelves numbered from the floor, its positions to choose. */
export function VersionDrawing({ version, of, selection }: VersionDrawingProps) {
  const markOf = (position: PlannedPosition) => {
    const { key, mark } = of(position);
    const { tone, icon, label } = diffStyles[mark];
    const isSame = mark === 'SAME';
    const prefix = isSame ? '' : `${label}: `;
    return {
      key,
      name: `${prefix}${position.product.name}, shelf ${position.shelfNumber}, slot ${position.sequence}`,
      tone,
      quiet: isSame,
      icon: isSame ? null : icon,
    };
  };
  return (
    <PlanogramDrawing
      version={version}
      name={`Planogram version ${version.label}`}
      markOf={markOf}
      selection={selection}
      numbered
    />
  );
}
