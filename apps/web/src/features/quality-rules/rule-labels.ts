import type { FinalQualityPolicy } from '../../generated/graphql.ts';
import type { QualityRule } from './list-quality-rules.ts';

/** Which photos a rule is for; null is all of them. */
export interface Scope {
  storeCode: string | null;
  deviceModel: string | null;
}

/** What a rule asks of a photo. */
export type Demands = Pick<
  QualityRule,
  'minShortSidePx' | 'minSharpness' | 'maxAspect' | 'maxRetries' | 'finalPolicy'
>;

export const policyWords: Record<FinalQualityPolicy, string> = {
  SCORE_FLAGGED: 'Score it, and mark the score',
  DEAD_LETTER: 'Set it aside as a dead letter',
};

/** Such as "photos of store 4102 taken with an Axis P3". */
export function scopeWords({ storeCode, deviceModel }: Scope): string {
  const where = storeCode === null ? 'every store' : `store ${storeCode}`;
  return `photos of ${where} taken with ${deviceModel === null ? 'any camera' : `the camera model ${deviceModel}`}`;
}

/** Letter case of a model does not count, as in the API. */
const isOf = (rule: QualityRule, { storeCode, deviceModel }: Scope): boolean =>
  (rule.store?.code ?? null) === storeCode &&
  (rule.deviceModel?.toLowerCase() ?? null) === (deviceModel?.toLowerCase() ?? null);

/**
 * The rule that photos of a scope are judged by today: of store and model, of the store, of the model, of all.
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

const names: [keyof Demands, name: string, unit: string][] = [
  ['minShortSidePx', 'short side', ' px'],
  ['minSharpness', 'sharpness', ''],
  ['maxAspect', 'aspect', ' to 1'],
  ['maxRetries', 'looks for a better file', ''],
];

/** What a new rule will do, said before it is set. `today` is the rule that it takes the place of. */
export function consequences(scope: Scope, today: Demands | null, next: Demands): string[] {
  const isForAll = scope.storeCode === null && scope.deviceModel === null;
  const changes = names
    .filter(([field]) => today !== null && today[field] !== next[field])
    .map(([field, name, unit]) => `${name} ${today?.[field]} → ${next[field]}${unit}`);
  if (today !== null && today.finalPolicy !== next.finalPolicy)
    changes.push(`afterwards: ${policyWords[next.finalPolicy].toLowerCase()}`);
  return [
    changes.length > 0
      ? `Changes for ${scopeWords(scope)}: ${changes.join(', ')}.`
      : `Nothing changes for ${scopeWords(scope)}${isForAll ? '' : ' for now, but later changes of wider rules will not reach them'}.`,
    'It takes effect from the next look: new photos, and photos that wait for a better one when they are looked at again.',
    'Photos that went on already keep their score. Earlier rules are kept, with who set them.',
  ];
}
