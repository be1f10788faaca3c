'use client';
import type { ReactNode } from 'react';
import { useViewer } from '../../lib/viewer.ts';
import { mayWaive, whyNotWaive } from '../waivers/may-waive.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { subjectOf } from './name-of-finding.ts';
import type { CurrentScore, PositionVerdict, ReviewedCapture } from './read-capture.ts';
import type { DrawnVersion } from './read-planogram-version.ts';
import { RulingActions } from './ruling-actions.tsx';
import type { ReviewDialogs } from './use-review-dialogs.ts';
import type { Rulings } from './use-rulings.ts';

interface ChosenFindingProps {
  verdict: PositionVerdict;
  capture: ReviewedCapture;
  score: CurrentScore;
  version: DrawnVersion | null;
  photoUrl: string;
  select: (key: string) => void;
  rulings: Rulings;
  dialogs: ReviewDialogs;
  /** What became of the last ruling. */
  progress: ReactNode;
}

/** The evidence of the chosen finding, and what a reviewer can do about it. */
export function ChosenFinding(props: ChosenFindingProps) {
  const { verdict, capture, score, version, photoUrl, select, rulings, dialogs, progress } = props;
  const viewer = useViewer();
  const { store, bay } = capture;
  const { positionId } = verdict;
  const { isPending } = rulings.overrule;
  const waive = (position: string) =>
    dialogs.setWaiving({
      bayId: bay.id,
      storeCode: store.code,
      aisle: bay.aisle,
      planogramVersion: score.planogramVersion.label,
      positionId: position,
      productName: subjectOf(verdict),
    });
  return (
    <EvidencePanel
      verdict={verdict}
      planned={version?.positions.find((position) => position.id === positionId)}
      capture={capture}
      score={score}
      photoUrl={photoUrl}
      select={select}
      actions={
        <>
          <RulingActions
            whyNot={rulings.whyNot}
            busy={isPending}
            goOn={rulings.goOn}
            overrule={() => rulings.ask(null)}
            markUnknown={rulings.markUnknown}
            waive={
              positionId === null || verdict.waiver
                ? null
                : { open: () => waive(positionId), whyNot: mayWaive(viewer) ? null : whyNotWaive }
            }
          />
          {progress}
        </>
      }
      takeBack={
        verdict.overrule && rulings.whyNot === null && !isPending ? () => rulings.ask('TAKE_BACK') : null
      }
    />
  );
}
