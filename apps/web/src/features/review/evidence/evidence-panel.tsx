'use client';
import { Anchor, Button, CopyButton } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { percent } from '../../../lib/percent.ts';
import type { DrawnPosition } from '../../../shelf-view/read-planogram-version.ts';
import { Facts } from '../../../ui/facts.tsx';
import { verdictStyles } from '../../../ui/verdict-style.ts';
import { VerdictTag } from '../../../ui/verdict-tag.tsx';
import { findingSubject } from '../finding-name.ts';
import { DecisionRecord } from '../overrule/decision-record.tsx';
import type { CurrentScore, PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import { CandidateList } from './candidate-list.tsx';
import classes from './evidence-panel.module.css';
import { EvidencePictures } from './evidence-pictures.tsx';
import { FacingList } from './facing-list.tsx';
import { Provenance } from './provenance.tsx';

interface EvidencePanelProps {
  verdict: PositionVerdict;
  planned: DrawnPosition | undefined;
  capture: ReviewedCapture;
  score: CurrentScore;
  photoUrl: string;
  /** Chooses another position. */
  select: (key: string) => void;
  /** The actions on it, and the progress of the last one. */
  actions: ReactNode;
  takeBack: (() => void) | null;
}

/** Shows why a position got its verdict: the comparisons, the confidence, and people's decisions. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { verdict, planned, capture, score, photoUrl, select, actions, takeBack } = props;
  const { photo } = capture;
  const { foundAtPositionId } = verdict;
  return (
    <div className={classes.panel} data-tone={verdictStyles[verdict.verdict].tone}>
      <div className={classes.head}>
        <h3 aria-live="polite">{findingSubject(verdict)}</h3>
        <VerdictTag verdict={verdict.verdict} />
      </div>
      {actions}
      <DecisionRecord verdict={verdict} timeZone={capture.store.timeZone} takeBack={takeBack} />
      <EvidencePictures verdict={verdict} photo={photo} photoUrl={photoUrl} />
      {verdict.overrule ? null : <p className={classes.reason}>{verdict.reason}</p>}
      {foundAtPositionId ? (
        <p className={classes.reason}>
          The product is where position{' '}
          <Anchor component="button" type="button" inherit onClick={() => select(foundAtPositionId)}>
            {foundAtPositionId}
          </Anchor>{' '}
          should be.
        </p>
      ) : null}
      <Facts
        facts={[
          ['Facings seen / planned', `${verdict.facingsSeen ?? '–'} / ${verdict.facingsPlanned}`],
          ['Confidence', verdict.overrule ? 'A person decided' : percent(verdict.confidence)],
          ['Credit', verdict.credit === null ? 'Not counted' : verdict.credit.toFixed(2)],
          ...(planned
            ? [['Slot', `Shelf ${planned.shelfNumber}, no. ${planned.sequence}`] as [string, string]]
            : []),
          ...(verdict.expected ? [['SKU', verdict.expected.sku] as [string, string]] : []),
        ]}
      />
      <CandidateList candidates={verdict.candidates} expectedId={verdict.expected?.id ?? null} />
      <FacingList scoreId={score.id} verdict={verdict} photo={photo} photoUrl={photoUrl} />
      <Provenance score={score} quality={capture.quality} />
      <CopyButton value={typeof window === 'undefined' ? '' : window.location.href}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={copied ? <IconCheck size={14} /> : <IconLink size={14} />}
            onClick={copy}
          >
            {copied ? 'Link copied' : 'Copy link to this position'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
