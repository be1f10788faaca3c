import type { CaptureState } from '../generated/graphql.ts';
import { captureStateLabels } from '../labels/capture-state-labels.ts';
import { captureStateStyles } from './state-style.ts';
import { Tag } from './tag.tsx';

export function StateTag({ state }: { state: CaptureState }) {
  const { tone, icon } = captureStateStyles[state];
  return (
    <Tag tone={tone} icon={icon}>
      {captureStateLabels[state].label}
    </Tag>
  );
}
