'use client';
import { useState } from 'react';
import type { WaivedPosition } from '../../../lib/waived-position.ts';
import type { DecisionRequest } from './decision-request.ts';

/** Holds which dialog about a finding is open. Meanwhile the shortcuts of the screen are off. */
export function useReviewDialogs() {
  const [request, setRequest] = useState<DecisionRequest | null>(null);
  const [waiving, setWaiving] = useState<WaivedPosition | null>(null);
  const close = () => {
    setRequest(null);
    setWaiving(null);
  };
  return { request, setRequest, waiving, setWaiving, close, isOpen: request !== null || waiving !== null };
}

export type ReviewDialogs = ReturnType<typeof useReviewDialogs>;
