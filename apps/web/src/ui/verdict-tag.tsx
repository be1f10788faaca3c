import type { Verdict } from '../generated/graphql.ts';
import { verdictLabels } from '../labels/verdict-labels.ts';
import { Tag } from './tag.tsx';
import { verdictStyles } from './verdict-style.ts';

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { tone, icon } = verdictStyles[verdict];
  return (
    <Tag tone={tone} icon={icon}>
      {verdictLabels[verdict]}
    </Tag>
  );
}
