'use client';
import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import { flagWord } from '../../lib/words/quality-words.ts';
import { originWords } from '../../lib/words/score-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { AskButton } from '../recaptures/ask-button.tsx';
import { KeepButton } from './keep-button.tsx';
import { LiveProgress } from './live-progress.tsx';
import type { CurrentScore, ReviewedCapture } from './read-capture.ts';
import classes from './review-header.module.css';
import { ScoreExportMenu } from './score-export-menu.tsx';
import { useScoreInTheMaking } from './use-score-in-the-making.ts';

/** Which capture this is, and what it scored: never the score without its coverage. */
export function ReviewHeader({ capture }: { capture: ReviewedCapture }) {
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
            taken <Moment at={capture.takenAt} timeZone={store.timeZone} />
          </span>
        </div>
        <div className={classes.actions}>
          {capture.recaptureRequest && capture.recaptureRequest.closedAt === null ? null : (
            <AskButton captureId={capture.id} place={`${store.code} · ${bay.aisle}`} />
          )}
          <KeepButton capture={capture} />
          {score ? <ScoreExportMenu captureId={capture.id} /> : null}
        </div>
      </div>
      {score ? <ScoreSummary score={score} capture={capture} /> : <LiveProgress capture={capture} />}
    </header>
  );
}

function ScoreSummary({ score, capture }: { score: CurrentScore; capture: ReviewedCapture }) {
  const inTheMaking = useScoreInTheMaking(capture.id);
  const flags = new Set([...score.qualityFlags, ...(capture.quality?.flaws ?? [])]);
  return (
    <div className={classes.score}>
      <div className={classes.big}>
        <b>{score.score === null ? 'Unscored' : percent(score.score)}</b>
        <span>
          {inTheMaking
            ? 'being made anew …'
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
            ['Tier', tierWord(score.tier)],
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
              : [[originWords[score.origin], score.author ?? '–'] as [string, string]]),
          ]}
        />
        {flags.size > 0 ? (
          <ul className={classes.flags} data-tone="short" aria-label="Quality of the photo">
            {[...flags].map((flag) => (
              <li key={flag}>{flagWord(flag)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
