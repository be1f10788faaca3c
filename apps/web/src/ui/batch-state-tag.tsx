import type { ReprocessBatchState } from '../generated/graphql.ts';
import { batchStateLabels } from '../labels/batch-labels.ts';
import { batchStyles } from './batch-style.ts';
import { Tag } from './tag.tsx';

export function BatchStateTag({ state }: { state: ReprocessBatchState }) {
  return <Tag {...batchStyles[state]}>{batchStateLabels[state].label}</Tag>;
}
