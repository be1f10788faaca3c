import type { ReprocessItemState } from '../../generated/graphql.ts';
import { itemStateLabels } from '../../labels/batch-labels.ts';
import { Tag } from '../../ui/tag.tsx';
import { itemStyles } from './item-style.ts';

export function ItemStateTag({ state }: { state: ReprocessItemState }) {
  return <Tag {...itemStyles[state]}>{itemStateLabels[state].label}</Tag>;
}
