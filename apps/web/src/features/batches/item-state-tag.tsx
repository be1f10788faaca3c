import type { ReprocessItemState } from '../../generated/graphql.ts';
import { itemStateWords } from '../../lib/words/batch-words.ts';
import { Tag } from '../../ui/tag.tsx';
import { itemLook } from './batch-look.ts';

export function ItemStateTag({ state }: { state: ReprocessItemState }) {
  return <Tag {...itemLook[state]}>{itemStateWords[state].word}</Tag>;
}
