import { applyRulings, type EffectiveFinding } from '../compliance/apply-rulings.ts';
import type { Compliance, Finding } from '../compliance/finding.ts';
import type { Planogram } from '../planogram/model.ts';
import type { OverruleRuling, Rulings, WaiverRuling } from './rulings.ts';

/** A finding as it counts, with the ruling that made it so. */
export interface JudgedFinding extends Finding {
  overruleId?: string;
  waiverId?: string;
}

export interface Judged extends Compliance {
  findings: JudgedFinding[];
}

/** What was seen, as waivers and people's overrules leave it. Without any it stays what it is. */
export function ruleOn(seen: Compliance, planogram: Planogram, rulings: Rulings): Judged {
  const { waivers, overrules } = rulings;
  if (waivers.length === 0 && overrules.length === 0) return seen;
  const byPosition = new Map(waivers.map((one) => [one.positionId, one]));
  const { findings, ...sheet } = applyRulings(
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
    findings: findings.map((finding, ordinal) => signed(finding, ordinal, byPosition, overrules)),
  };
}

function signed(
  { decidedBy, ...finding }: EffectiveFinding,
  ordinal: number,
  waivers: ReadonlyMap<string, WaiverRuling>,
  overrules: readonly OverruleRuling[],
): JudgedFinding {
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
