import { IconBulb } from '@tabler/icons-react';
import type { RecaptureReason } from '../../generated/graphql.ts';
import { findingSentence, type PhotoFacts, type PhotoSides } from '../../lib/words/photo-findings.ts';
import { recaptureAdvice } from '../../lib/words/recapture-advice.ts';
import classes from './recapture-card.module.css';

interface RecaptureReasonsProps {
  reasons: readonly RecaptureReason[];
  quality: PhotoFacts | null;
  photo: PhotoSides | null;
  /** Says after each reason what to do better. */
  withAdvice: boolean;
}

/** Why a new photo is asked for, each reason with one piece of advice. */
export function RecaptureReasons({ reasons, quality, photo, withAdvice }: RecaptureReasonsProps) {
  return (
    <ul className={classes.reasons} aria-label="Why a new photo is asked for">
      {reasons.map((reason) => (
        <li key={reason}>
          <b>{findingSentence(reason, quality, photo)}</b>
          {withAdvice ? (
            <span className={classes.advice}>
              <IconBulb size={15} stroke={1.8} aria-hidden />
              <span>{recaptureAdvice[reason]}</span>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
