import type { CaptureState } from '../generated/graphql.ts';
import { stateWords } from '../lib/words/state-words.ts';
import { stateLook } from './state-look.ts';
import { Tag } from './tag.tsx';

export function StateTag({ state }: { state: CaptureState }) {
  const { tone, icon } = stateLook[state];
  return (
    <Tag tone={tone} icon={icon}>
      {stateWords[state].word}
    </Tag>
  );
}
