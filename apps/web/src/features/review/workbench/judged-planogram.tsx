'use client';
import { PlanogramDrawing } from '../../../shelf-view/planogram-drawing.tsx';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import type { Selection } from '../../../shelf-view/selection.ts';
import { verdictStyles } from '../../../ui/verdict-style.ts';
import { findingName } from '../finding-name.ts';
import type { PositionVerdict } from '../read-capture.ts';

interface JudgedPlanogramProps {
  version: DrawnVersion;
  /** Empty until there is a score. */
  verdicts: readonly PositionVerdict[];
  selection: Selection;
}

/** Draws the planogram to scale, each position in the colour of its verdict. */
export function JudgedPlanogram({ version, verdicts, selection }: JudgedPlanogramProps) {
  const verdictAt = new Map(verdicts.map((verdict) => [verdict.positionId, verdict]));
  return (
    <PlanogramDrawing
      version={version}
      name={`Planogram version ${version.label}`}
      selection={selection}
      markOf={({ positionId, product }) => {
        const verdict = verdictAt.get(positionId);
        if (!verdict)
          return {
            key: positionId,
            name: `${product.name}: not judged yet, position ${positionId}`,
            tone: 'quiet',
            quiet: true,
            icon: null,
          };
        const { tone, icon } = verdictStyles[verdict.verdict];
        const isMatch = verdict.verdict === 'MATCH';
        return {
          key: positionId,
          name: findingName(verdict),
          tone,
          quiet: isMatch,
          icon: isMatch ? null : icon,
        };
      }}
    />
  );
}
