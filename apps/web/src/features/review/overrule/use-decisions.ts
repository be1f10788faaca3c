'use client';
import { notifications } from '@mantine/notifications';
import { useKeys } from '../../../lib/keys.ts';
import { useViewer } from '../../../lib/viewer.ts';
import type { OrderedSelection } from '../../../shelf-view/selection.ts';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import type { DecisionRequest } from './decision-request.ts';
import { whyNotOverrule } from './overrule-rules.ts';
import { useOverrule } from './overrule-verdict.ts';
import type { ReviewDialogs } from './use-review-dialogs.ts';

/** Provides the actions on the chosen finding, the decision being sent, and the shortcuts. */
export function useDecisions(
  capture: ReviewedCapture,
  chosen: PositionVerdict | undefined,
  selection: OrderedSelection,
  dialogs: ReviewDialogs,
) {
  const viewer = useViewer();
  const overrule = useOverrule(capture, viewer.email ?? 'you');
  const score = capture.currentScore;
  const whyNot = chosen ? whyNotOverrule(viewer, capture, chosen) : null;

  const ask = (preset: DecisionRequest['preset']) => {
    if (!chosen || !score || overrule.isPending) return;
    if (whyNot) notifications.show({ title: 'Not possible here', message: whyNot });
    else dialogs.setRequest({ finding: chosen, scoreId: score.id, preset });
  };
  const goOn = () => {
    if (!selection.goOn())
      notifications.show({ title: 'End of the list', message: 'That was the last position.' });
  };
  const markUnknown = chosen && chosen.positionId !== null ? () => ask('UNKNOWN_PRODUCT') : null;
  useKeys(
    chosen && !dialogs.isOpen
      ? [
          ['a', goOn],
          ['o', () => ask(null)],
          ['u', () => markUnknown?.()],
        ]
      : [],
  );
  return { overrule, whyNot, ask, markUnknown, goOn };
}

export type Decisions = ReturnType<typeof useDecisions>;
