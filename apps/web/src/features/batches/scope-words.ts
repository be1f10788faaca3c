import type { CaptureFilter } from '../../generated/graphql.ts';
import { percent } from '../../lib/percent.ts';
import { inZone } from '../../lib/time.ts';
import { stateWords } from '../../lib/words/state-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import { verdictWords } from '../../lib/words/verdict-words.ts';
import type { BatchGlance } from './batch-glance.ts';

/** "1 capture", "1,204 captures". */
export const captures = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'capture' : 'captures'}`;

/** Which captures a filter lets through, such as "captures of store 4102, scored, score below 60 %". */
export function filterInWords(filter: CaptureFilter, timeZone: string): string {
  const { states, storeCode, aisle, planogramVersion, tier, scoreAtLeast, scoreBelow, verdict } = filter;
  const { takenAfter, takenBefore } = filter;
  const parts = [
    storeCode && `of store ${storeCode}`,
    aisle && `bay ${aisle}`,
    planogramVersion && `version ${planogramVersion}`,
    states?.length && states.map((state) => stateWords[state].word.toLowerCase()).join(' or '),
    tier && tierWord(tier).toLowerCase(),
    scoreAtLeast != null && `score from ${percent(scoreAtLeast)}`,
    scoreBelow != null && `score below ${percent(scoreBelow)}`,
    verdict && `with the verdict ${verdictWords[verdict].toLowerCase()}`,
    takenAfter && `taken from ${inZone(takenAfter, timeZone)}`,
    takenBefore && `taken before ${inZone(takenBefore, timeZone)}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'all captures' : `captures ${parts.join(', ')}`;
}

/** What the scope of a batch holds, by kind, as the pipeline keeps it. */
type KeptScope =
  | { kind: 'CAPTURES'; captureIds: string[] }
  | { kind: 'FILTER'; filter: CaptureFilter }
  | { kind: 'DRIFT_GROUP'; bayId: string; taggedVersion: string }
  | { kind: 'SILENT_DRIFT'; bayId: string }
  | { kind: 'OUTAGE'; breaker: string };

/** Null for a kind that this app does not know yet. */
export function readScope(scope: unknown): KeptScope | null {
  const known = ['CAPTURES', 'FILTER', 'DRIFT_GROUP', 'SILENT_DRIFT', 'OUTAGE'];
  return typeof scope === 'object' && scope !== null && 'kind' in scope && known.includes(`${scope.kind}`)
    ? (scope as KeptScope)
    : null;
}

/** Which captures a batch is for, in words. */
export function scopeInWords({ scope, bay }: Pick<BatchGlance, 'scope' | 'bay'>, timeZone: string): string {
  const kept = readScope(scope);
  const where = bay ? ` of bay ${bay.aisle} in store ${bay.store.code}` : '';
  switch (kept?.kind) {
    case 'CAPTURES':
      return `${captures(kept.captureIds.length)} chosen by hand`;
    case 'FILTER':
      return filterInWords(kept.filter, timeZone);
    case 'DRIFT_GROUP':
      return `the drift queue${where}, tagged ${kept.taggedVersion}`;
    case 'SILENT_DRIFT':
      return `silent drift${where}`;
    case 'OUTAGE':
      return `what a lower tier read while ${kept.breaker} was out`;
    case undefined:
      return 'a scope that this app does not know';
  }
}
