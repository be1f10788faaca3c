import type { CaptureFilter } from '../generated/graphql.ts';
import { readBatchScope } from '../lib/batches/batch-scope.ts';
import type { BatchSummary } from '../lib/batches/batch-summary.ts';
import { percent } from '../lib/percent.ts';
import { inZone } from '../lib/time.ts';
import { captureStateLabels } from './capture-state-labels.ts';
import { captures } from './counts.ts';
import { tierLabel } from './tier-labels.ts';
import { verdictLabels } from './verdict-labels.ts';

/** Describes a capture filter, such as "captures of store 4102, scored, score below 60 %". */
export function captureFilterLabel(filter: CaptureFilter, timeZone: string): string {
  const { states, storeCode, aisle, planogramVersion, tier, scoreAtLeast, scoreBelow, verdict } = filter;
  const { firmware, cameraModel, takenAfter, takenBefore } = filter;
  const parts = [
    storeCode && `of store ${storeCode}`,
    aisle && `bay ${aisle}`,
    planogramVersion && `version ${planogramVersion}`,
    states?.length && states.map((state) => captureStateLabels[state].label.toLowerCase()).join(' or '),
    tier && tierLabel(tier).toLowerCase(),
    scoreAtLeast != null && `score from ${percent(scoreAtLeast)}`,
    scoreBelow != null && `score below ${percent(scoreBelow)}`,
    verdict && `with the verdict ${verdictLabels[verdict].toLowerCase()}`,
    cameraModel && `camera model ${cameraModel}`,
    firmware && `firmware ${firmware}`,
    takenAfter && `taken from ${inZone(takenAfter, timeZone)}`,
    takenBefore && `taken before ${inZone(takenBefore, timeZone)}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'all captures' : `captures ${parts.join(', ')}`;
}

/** Describes the captures of a batch. */
export function batchScopeLabel(
  { scope, bay }: Pick<BatchSummary, 'scope' | 'bay'>,
  timeZone: string,
): string {
  const known = readBatchScope(scope);
  const where = bay ? ` of bay ${bay.aisle} in store ${bay.store.code}` : '';
  switch (known?.kind) {
    case 'CAPTURES':
      return `${captures(known.captureIds.length)} chosen by hand`;
    case 'FILTER':
      return captureFilterLabel(known.filter, timeZone);
    case 'DRIFT_GROUP':
      return `the drift queue${where}, tagged ${known.taggedVersion}`;
    case 'SILENT_DRIFT':
      return `silent drift${where}`;
    case 'OUTAGE':
      return `photos that a lower tier read while ${known.breaker} was out`;
    case undefined:
      return 'an unknown scope';
  }
}
