import { type Icon, IconCircleCheck, IconCircleX, IconHandStop, IconProgressHelp } from '@tabler/icons-react';
import type { BreakerState } from '../../../generated/graphql.ts';
import { breakerStateLabels } from '../../../labels/breaker-labels.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { Tone } from '../../../ui/tone.ts';

const styles: Record<BreakerState, { tone: Tone; icon: Icon }> = {
  CLOSED: { tone: 'good', icon: IconCircleCheck },
  OPEN: { tone: 'bad', icon: IconCircleX },
  HALF_OPEN: { tone: 'short', icon: IconProgressHelp },
  ISOLATED: { tone: 'moved', icon: IconHandStop },
};

export function BreakerStateTag({ state }: { state: BreakerState }) {
  const { tone, icon } = styles[state];
  return (
    <Tag tone={tone} icon={icon}>
      {breakerStateLabels[state].label}
    </Tag>
  );
}
