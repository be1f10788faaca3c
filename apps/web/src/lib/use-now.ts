'use client';
import { useEffect, useState } from 'react';

/** Returns the time, renewed every `everyMs`, so that ages keep growing between two answers of the API. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
