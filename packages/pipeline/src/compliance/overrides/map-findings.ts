import type { MappingKind } from '@gondola/db';
import type { Planogram, Position } from '../../planogram/model.ts';
import type { Compliance, Finding } from '../finding.ts';
import { formulaVersion, scorePositions } from '../formula/score.ts';
import { scoredPosition } from '../formula/scored-position.ts';

/** The mapping of a position from one version to the next. An id is null where that version has no such position. */
export interface MappedPosition {
  kind: MappingKind;
  fromPositionId: string | null;
  toPositionId: string | null;
}

/**
 * Maps findings against an earlier version to the positions of the version that followed it. Positions that stayed, moved,
 * swapped or were substituted keep their verdict: the shelf follows the earlier plan. Removed positions are dropped. New
 * positions were never expected and are NOT_ASSESSED. Unplanned products stay. Score and coverage are those of the new
 * positions. Pure.
 *
 * @param findings against the earlier version, as `assess` gives them
 * @param entries the mapping from the earlier version to `planogram`; aliases are ignored
 */
export function mapFindings(
  findings: readonly Finding[],
  entries: readonly MappedPosition[],
  planogram: Planogram,
): Compliance {
  const byPosition = new Map(
    findings.flatMap((one) => (one.positionId === null ? [] : [[one.positionId, one]])),
  );
  const sources = new Map<string, string>();
  const targets = new Map<string, string>();
  for (const { kind, fromPositionId, toPositionId } of entries) {
    if (kind === 'ALIAS' || fromPositionId === null || toPositionId === null) continue;
    sources.set(toPositionId, fromPositionId);
    targets.set(fromPositionId, toPositionId);
  }
  const names = new Map(planogram.products.map(({ id, name }) => [id, name]));
  const mapped = planogram.positions.map((position) => {
    const earlier = byPosition.get(sources.get(position.id) ?? '');
    const name = names.get(position.productId) ?? 'This product';
    return earlier === undefined ? notExpected(position, name) : mapFinding(earlier, position, name, targets);
  });
  // The weight of a position comes from the later version; its credit from the earlier layout.
  const sheet = scorePositions(
    mapped.map((finding, i) => scoredPosition(finding, planogram.positions[i]?.facings.horizontal ?? 1)),
  );
  return {
    formulaVersion,
    ...sheet,
    unscoredReason:
      sheet.score === null
        ? 'No position of this version has a counterpart in the earlier layout that could be assessed.'
        : null,
    findings: [...mapped, ...findings.filter((one) => one.positionId === null)],
  };
}

function mapFinding(
  earlier: Finding,
  position: Position,
  name: string,
  targets: ReadonlyMap<string, string>,
): Finding {
  const { foundAtPositionId } = earlier.evidence;
  const about =
    earlier.expectedProductId === position.productId ? '' : ` Its place is that of ${name} in this version.`;
  return {
    ...earlier,
    positionId: position.id,
    expectedProductId: position.productId,
    evidence: {
      ...earlier.evidence,
      foundAtPositionId: foundAtPositionId === null ? null : (targets.get(foundAtPositionId) ?? null),
    },
    reason: `By the earlier layout: ${earlier.reason}${about}`,
  };
}

const notExpected = (position: Position, name: string): Finding => ({
  positionId: position.id,
  verdict: 'NOT_ASSESSED',
  expectedProductId: position.productId,
  seenProductId: null,
  facingsPlanned: position.facings.horizontal * position.facings.vertical,
  facingsSeen: null,
  confidence: 0,
  credit: null,
  box: null,
  evidence: { facingBoxes: [], candidates: [], foundAtPositionId: null },
  reason: `${name} has no place in the layout by which this shelf was stocked.`,
});
