import type { ReprocessBatchState } from '../../generated/graphql.ts';
import { batchStateWords } from '../../lib/words/batch-words.ts';
import { Tag } from '../../ui/tag.tsx';
import { batchLook } from './batch-look.ts';

export function BatchStateTag({ state }: { state: ReprocessBatchState }) {
  return <Tag {...batchLook[state]}>{batchStateWords[state].word}</Tag>;
}
