import type { FinalQualityPolicy } from '../../generated/graphql.ts';
import type { QualityRule } from './list-quality-rules.ts';

/** The photos of a rule; null means all of them. */
export interface Scope {
  storeCode: string | null;
  deviceModel: string | null;
}

/** The requirements of a rule. */
export type RuleRequirements = Pick<
  QualityRule,
  'minShortSidePx' | 'minSharpness' | 'maxAspect' | 'maxRetries' | 'finalPolicy'
>;

export const finalPolicyLabels: Record<FinalQualityPolicy, string> = {
  SCORE_FLAGGED: 'Score it, and mark the score',
  DEAD_LETTER: 'Reject it as a dead letter',
};

/** Returns the scope of a rule, such as "photos of store 4102 taken with the camera model Axis P3". */
export function ruleScopeLabel({ storeCode, deviceModel }: Scope): string {
  const where = storeCode === null ? 'every store' : `store ${storeCode}`;
  return `photos of ${where} taken with ${deviceModel === null ? 'any camera' : `the camera model ${deviceModel}`}`;
}

/** Compares scopes without regard to the letter case of the model, as the API does. */
const isOf = (rule: QualityRule, { storeCode, deviceModel }: Scope): boolean =>
  (rule.store?.code ?? null) === storeCode &&
  (rule.deviceModel?.toLowerCase() ?? null) === (deviceModel?.toLowerCase() ?? null);

/**
 * Returns the rule that applies to a scope today: of store and model, of the store, of the model, of all.
 * Null only when the list is empty.
 */
export function ruleInForce(
  rules: readonly QualityRule[],
  { storeCode, deviceModel }: Scope,
): QualityRule | null {
  const scopes: Scope[] = [
    { storeCode, deviceModel },
    { storeCode, deviceModel: null },
    { storeCode: null, deviceModel },
    { storeCode: null, deviceModel: null },
  ];
  for (const scope of scopes) {
    const rule = rules.find((candidate) => isOf(candidate, scope));
    if (rule) return rule;
  }
  return null;
}

const names: [keyof RuleRequirements, name: string, unit: string][] = [
  ['minShortSidePx', 'short side', ' px'],
  ['minSharpness', 'sharpness', ''],
  ['maxAspect', 'aspect', ' to 1'],
  ['maxRetries', 'retries for a better file', ''],
];

/** Returns the consequences of a new rule, shown before it is set. `today` is the rule that it replaces. */
export function consequences(scope: Scope, today: RuleRequirements | null, next: RuleRequirements): string[] {
  const isForAll = scope.storeCode === null && scope.deviceModel === null;
  const changes = names
    .filter(([field]) => today !== null && today[field] !== next[field])
    .map(([field, name, unit]) => `${name} ${today?.[field]} → ${next[field]}${unit}`);
  if (today !== null && today.finalPolicy !== next.finalPolicy)
    changes.push(`afterwards: ${finalPolicyLabels[next.finalPolicy].toLowerCase()}`);
  return [
    changes.length > 0
      ? `Changes for ${ruleScopeLabel(scope)}: ${changes.join(', ')}.`
      : `Nothing changes for ${ruleScopeLabel(scope)}${isForAll ? '' : ' for now, but later changes of wider rules will not reach them'}.`,
    'The rule applies from the next check: to new photos, and to waiting photos when they are checked again.',
    'Photos that are already scored keep their score. Earlier rules stay in the history.',
  ];
}
