import type { Planogram } from '../../planogram/model.ts';
import type { Compliance, Finding } from '../finding.ts';
import { applyOverrides, type EffectiveFinding } from './apply-overrides.ts';
import type { AppliedOverrule, AppliedWaiver, Overrides } from './overrides.ts';

/** A finding after overrides, with the id of the override that changed it. */
export interface OverriddenFinding extends Finding {
  overruleId?: string;
  waiverId?: string;
}

export interface OverriddenCompliance extends Compliance {
  findings: OverriddenFinding[];
}

/** Applies waivers and overrules to an assessment. Returns it unchanged without any. */
export function overrideFindings(
  seen: Compliance,
  planogram: Planogram,
  overrides: Overrides,
): OverriddenCompliance {
  const { waivers, overrules } = overrides;
  if (waivers.length === 0 && overrules.length === 0) return seen;
  const byPosition = new Map(waivers.map((one) => [one.positionId, one]));
  const { findings, ...sheet } = applyOverrides(
    seen.findings,
    new Map(planogram.positions.map(({ id, facings }) => [id, facings.horizontal])),
    {
      waivedPositionIds: new Set(byPosition.keys()),
      overrules: overrules.map(({ positionId, ordinal, verdict, seenProductId }) => ({
        of: positionId === null ? { ordinal } : { positionId },
        verdict,
        seenProductId,
      })),
    },
  );
  return {
    formulaVersion: seen.formulaVersion,
    ...sheet,
    findings: findings.map((finding, ordinal) => attributeFinding(finding, ordinal, byPosition, overrules)),
  };
}

function attributeFinding(
  { decidedBy, ...finding }: EffectiveFinding,
  ordinal: number,
  waivers: ReadonlyMap<string, AppliedWaiver>,
  overrules: readonly AppliedOverrule[],
): OverriddenFinding {
  switch (decidedBy) {
    case 'SCORING':
      return finding;
    case 'WAIVER': {
      const waiver = waivers.get(finding.positionId ?? '');
      if (!waiver) return finding;
      const until = waiver.expiresAt.toISOString().slice(0, 10);
      return {
        ...finding,
        waiverId: waiver.id,
        reason: `Waived until ${until} by ${waiver.author}: ${waiver.reason}`,
      };
    }
    case 'OVERRULE': {
      const overrule = overrules.findLast((one) =>
        one.positionId === null ? one.ordinal === ordinal : one.positionId === finding.positionId,
      );
      return overrule ? { ...finding, overruleId: overrule.id } : finding;
    }
  }
}
