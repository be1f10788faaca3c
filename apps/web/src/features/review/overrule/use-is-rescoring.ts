'use client';
import { useIsMutating } from '@tanstack/react-query';
import { overruleMutationKey } from './overrule-verdict.ts';

/** Tells whether a decision is being sent, so that the score on the screen is about to change. */
export const useIsRescoring = (captureId: string): boolean =>
  useIsMutating({ mutationKey: overruleMutationKey(captureId) }) > 0;
