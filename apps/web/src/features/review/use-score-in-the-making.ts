'use client';
import { useIsMutating } from '@tanstack/react-query';
import { overruleKey } from './overrule-verdict.ts';

/** Whether a ruling is on its way, so that the score on the screen is about to be followed by another. */
export const useScoreInTheMaking = (captureId: string): boolean =>
  useIsMutating({ mutationKey: overruleKey(captureId) }) > 0;
