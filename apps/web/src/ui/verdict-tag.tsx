import type { Verdict } from '../generated/graphql.ts';
import { verdictWords } from '../lib/words/verdict-words.ts';
import { Tag } from './tag.tsx';
import { verdictLook } from './verdict-look.ts';

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { tone, icon } = verdictLook[verdict];
  return (
    <Tag tone={tone} icon={icon}>
      {verdictWords[verdict]}
    </Tag>
  );
}
