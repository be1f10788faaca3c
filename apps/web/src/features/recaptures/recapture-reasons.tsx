import { IconBulb } from '@tabler/icons-react';
import type { RecaptureReason } from '../../generated/graphql.ts';
import { findingSentence, type PhotoFacts, type PhotoSides } from '../../labels/photo-findings.ts';
import { recaptureAdvice } from '../../labels/recapture-advice.ts';
import classes from './recapture-card.module.css';

interface RecaptureReasonsProps {
  reasons: readonly RecaptureReason[];
  quality: PhotoFacts | null;
  photo: PhotoSides | null;
  /** Adds advice after each reason. */
  withAdvice: boolean;
}

/** Lists why a new photo is requested, each reason with one piece of advice. */
export function RecaptureReasons({ reasons, quality, photo, withAdvice }: RecaptureReasonsProps) {
  return (
    <ul className={classes.reasons} aria-label="Why a new photo is requested">
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
