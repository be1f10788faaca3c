'use client';
import { useState } from 'react';
import type { WaivedPlace } from '../waivers/waive-form.tsx';
import type { Asking } from './overrule-dialog.tsx';

/** Which dialog about a finding is open. While one is, the screen's keys are silent. */
export function useReviewDialogs() {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [waiving, setWaiving] = useState<WaivedPlace | null>(null);
  const close = () => {
    setAsking(null);
    setWaiving(null);
  };
  return { asking, setAsking, waiving, setWaiving, close, isOpen: asking !== null || waiving !== null };
}

export type ReviewDialogs = ReturnType<typeof useReviewDialogs>;
