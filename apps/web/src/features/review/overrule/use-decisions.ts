'use client';
import { notifications } from '@mantine/notifications';
import { useKeys } from '../../lib/keys.ts';
import { useViewer } from '../../lib/viewer.ts';
import type { Asking } from './overrule-dialog.tsx';
import { whyNotOverrule } from './overrule-rules.ts';
import { useOverrule } from './overrule-verdict.ts';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import type { Walk } from './selection.ts';
import type { ReviewDialogs } from './use-review-dialogs.ts';

/** What a person can rule on the chosen finding, what is on its way, and the keys that lead there. */
export function useRulings(
  capture: ReviewedCapture,
  chosen: PositionVerdict | undefined,
  walk: Walk,
  dialogs: ReviewDialogs,
) {
  const viewer = useViewer();
  const overrule = useOverrule(capture, viewer.email ?? 'you');
  const score = capture.currentScore;
  const whyNot = chosen ? whyNotOverrule(viewer, capture, chosen) : null;

  const ask = (preset: Asking['preset']) => {
    if (!chosen || !score || overrule.isPending) return;
    if (whyNot) notifications.show({ title: 'Not possible here', message: whyNot });
    else dialogs.setAsking({ finding: chosen, scoreId: score.id, preset });
  };
  const goOn = () => {
    if (!walk.goOn())
      notifications.show({ title: 'That was the last one', message: 'You have walked the whole list.' });
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

export type Rulings = ReturnType<typeof useRulings>;
