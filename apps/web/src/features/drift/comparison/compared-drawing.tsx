'use client';
import { PlanogramDrawing } from '../../../shelf-view/planogram-drawing.tsx';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import type { Selection } from '../../../shelf-view/selection.ts';
import type { Difference } from './differences.ts';

interface ComparedDrawingProps {
  version: DrawnVersion;
  /** By the position's id in this version. */
  differences: ReadonlyMap<string, Difference>;
  selection: Selection;
}

/** Draws a planogram version; only positions that differ from the other version are marked and can be chosen. */
export function ComparedDrawing({ version, differences, selection }: ComparedDrawingProps) {
  const differing = version.positions.filter(({ positionId }) => differences.has(positionId)).length;
  return (
    <PlanogramDrawing
      version={version}
      name={`Planogram version ${version.label}, ${differing} positions differ`}
      selection={selection}
      markOf={({ positionId, product }) => {
        const difference = differences.get(positionId);
        if (!difference) return null;
        const { key, tone, label, icon } = difference;
        return {
          key,
          name: `${product.name}: ${label.toLowerCase()}, position ${positionId}`,
          tone,
          quiet: false,
          icon,
        };
      }}
    />
  );
}
