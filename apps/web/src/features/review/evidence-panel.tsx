'use client';
import { Anchor, Button, CopyButton } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { percent } from '../../lib/percent.ts';
import { Facts } from '../../ui/facts.tsx';
import { verdictLook } from '../../ui/verdict-look.ts';
import { VerdictTag } from '../../ui/verdict-tag.tsx';
import { CandidateList } from './candidate-list.tsx';
import classes from './evidence-panel.module.css';
import { EvidencePictures } from './evidence-pictures.tsx';
import { subjectOf } from './name-of-finding.ts';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import type { DrawnPosition } from './read-planogram-version.ts';

interface EvidencePanelProps {
  verdict: PositionVerdict;
  planned: DrawnPosition | undefined;
  photo: ReviewedCapture['photo'];
  photoUrl: string;
  /** Chooses another position. */
  select: (key: string) => void;
}

/** Why one position got its verdict: what was compared with what, and how sure the system is. */
export function EvidencePanel({ verdict, planned, photo, photoUrl, select }: EvidencePanelProps) {
  const { foundAtPositionId } = verdict;
  return (
    <div className={classes.panel} data-tone={verdictLook[verdict.verdict].tone}>
      <div className={classes.head}>
        <h3 aria-live="polite">{subjectOf(verdict)}</h3>
        <VerdictTag verdict={verdict.verdict} />
      </div>
      <EvidencePictures verdict={verdict} photo={photo} photoUrl={photoUrl} />
      <p className={classes.reason}>{verdict.reason}</p>
      <Facts
        facts={[
          ['Facings seen / planned', `${verdict.facingsSeen ?? '–'} / ${verdict.facingsPlanned}`],
          ['Confidence', percent(verdict.confidence)],
          ['Credit', verdict.credit === null ? 'Not counted' : verdict.credit.toFixed(2)],
          ...(planned
            ? [['Place', `Shelf ${planned.shelfNumber}, no. ${planned.sequence}`] as [string, string]]
            : []),
          ...(verdict.expected ? [['SKU', verdict.expected.sku] as [string, string]] : []),
        ]}
      />
      {foundAtPositionId ? (
        <p className={classes.reason}>
          It stands where position{' '}
          <Anchor component="button" type="button" inherit onClick={() => select(foundAtPositionId)}>
            {foundAtPositionId}
          </Anchor>{' '}
          should be.
        </p>
      ) : null}
      <CandidateList candidates={verdict.candidates} expectedId={verdict.expected?.id ?? null} />
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
