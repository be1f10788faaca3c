'use client';
import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import Link from 'next/link';
import { timeSourceLabels } from '../../../labels/clock-labels.ts';
import { metadataFlawLabels, placementLabels, qualityFlagLabel } from '../../../labels/quality-labels.ts';
import { scoreOriginLabels } from '../../../labels/score-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import { percent } from '../../../lib/percent.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useIsRescoring } from '../overrule/use-is-rescoring.ts';
import type { CurrentScore, ReviewedCapture } from '../read-capture.ts';
import type { ReviewSlots } from '../review-slots.ts';
import { HoldPhotoButton } from './hold-photo-button.tsx';
import { LiveProgress } from './live-progress.tsx';
import classes from './review-header.module.css';
import { ScoreExportMenu } from './score-export-menu.tsx';

interface ReviewHeaderProps extends Pick<ReviewSlots, 'recaptureButton'> {
  capture: ReviewedCapture;
}

/** Shows which capture this is, and its score: never without its coverage. */
export function ReviewHeader({ capture, recaptureButton }: ReviewHeaderProps) {
  const { store, bay, currentScore: score } = capture;
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <Anchor component={Link} href="/captures" size="xs" c="dimmed" className={classes.back}>
          <IconChevronLeft size={14} aria-hidden />
          Captures
        </Anchor>
        <h1>
          {store.code} · {bay.aisle}
        </h1>
        <div className={classes.about}>
          <StateTag state={capture.state} />
          <span>{store.name}</span>
          <span>
            taken <Moment at={capture.effectiveTakenAt} timeZone={store.timeZone} />
            {capture.timeSource === 'DEVICE_CLOCK' ? null : ` (${timeSourceLabels[capture.timeSource]})`}
          </span>
        </div>
        <div className={classes.actions}>
          {capture.recaptureRequest && capture.recaptureRequest.closedAt === null
            ? null
            : recaptureButton(capture)}
          <HoldPhotoButton capture={capture} />
          {score ? <ScoreExportMenu captureId={capture.id} /> : null}
        </div>
      </div>
      {score ? <ScoreSummary score={score} capture={capture} /> : <LiveProgress capture={capture} />}
    </header>
  );
}

function ScoreSummary({ score, capture }: { score: CurrentScore; capture: ReviewedCapture }) {
  const isRescoring = useIsRescoring(capture.id);
  const flags = new Set([
    ...[...score.qualityFlags, ...(capture.quality?.flaws ?? [])].map(qualityFlagLabel),
    ...capture.metadataFlaws.map((flaw) => metadataFlawLabels[flaw]),
  ]);
  return (
    <div className={classes.score}>
      <div className={classes.big}>
        <b>{score.score === null ? 'Unscored' : percent(score.score)}</b>
        <span>
          {isRescoring
            ? 'being recomputed …'
            : (score.unscoredReason ?? `score over ${percent(score.coverage)} coverage`)}
        </span>
      </div>
      <div className={classes.details}>
        <Facts
          facts={[
            ['Strict rate', percent(score.strictRate)],
            ['On shelf', percent(score.onShelfAvailability)],
            ['Right shelf', percent(score.rightShelfRate)],
            ['Right place', percent(score.rightPlaceRate)],
            ['Facings', percent(score.facingsAccuracy)],
            ['Tier', tierLabel(score.tier)],
            [
              'Model',
              <span key="model" title={`Configuration ${score.configHash}`}>
                {score.modelId}
              </span>,
            ],
            ['Planogram version', score.planogramVersion.label],
            ['Formula', `version ${score.formulaVersion}`],
            ...(score.origin === 'PIPELINE'
              ? []
              : [[scoreOriginLabels[score.origin], score.author ?? '–'] as [string, string]]),
          ]}
        />
        {flags.size > 0 || score.placementProblem ? (
          <ul className={classes.flags} data-tone="short" aria-label="Quality of the photo">
            {score.placementProblem ? (
              <li>
                {placementLabels[score.placementProblem]}
                {score.likelyBay ? `: most likely ${score.likelyBay.aisle}` : ''}
              </li>
            ) : null}
            {[...flags].map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
