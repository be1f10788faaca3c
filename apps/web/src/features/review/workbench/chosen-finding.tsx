'use client';
import type { ReactNode } from 'react';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { findingSubject } from '../finding-name.ts';
import { DecisionActions } from '../overrule/decision-actions.tsx';
import type { Decisions } from '../overrule/use-decisions.ts';
import type { ReviewDialogs } from '../overrule/use-review-dialogs.ts';
import type { CurrentScore, PositionVerdict, ReviewedCapture } from '../read-capture.ts';

interface ChosenFindingProps {
  verdict: PositionVerdict;
  capture: ReviewedCapture;
  score: CurrentScore;
  version: DrawnVersion | null;
  photoUrl: string;
  select: (key: string) => void;
  decisions: Decisions;
  dialogs: ReviewDialogs;
  /** The progress of the last decision. */
  progress: ReactNode;
}

/** Shows the evidence of the chosen finding, and the actions of a reviewer. */
export function ChosenFinding(props: ChosenFindingProps) {
  const { verdict, capture, score, version, photoUrl, select, decisions, dialogs, progress } = props;
  const viewer = useViewer();
  const { store, bay } = capture;
  const { positionId } = verdict;
  const { isPending } = decisions.overrule;
  const waive = (position: string) =>
    dialogs.setWaiving({
      bayId: bay.id,
      storeCode: store.code,
      aisle: bay.aisle,
      planogramVersion: score.planogramVersion.label,
      positionId: position,
      productName: findingSubject(verdict),
    });
  return (
    <EvidencePanel
      verdict={verdict}
      planned={version?.positions.find((position) => position.positionId === positionId)}
      capture={capture}
      score={score}
      photoUrl={photoUrl}
      select={select}
      actions={
        <>
          <DecisionActions
            whyNot={decisions.whyNot}
            busy={isPending}
            goOn={decisions.goOn}
            overrule={() => decisions.ask(null)}
            markUnknown={decisions.markUnknown}
            waive={
              positionId === null || verdict.waiver
                ? null
                : {
                    open: () => waive(positionId),
                    whyNot: can(viewer, 'WAIVER_CREATE', { storeCode: store.code }) ? null : notPermitted,
                  }
            }
          />
          {progress}
        </>
      }
      takeBack={
        verdict.overrule && decisions.whyNot === null && !isPending ? () => decisions.ask('TAKE_BACK') : null
      }
    />
  );
}
