import { duration } from '../../lib/time.ts';

/** Returns a wait without needless decimals: "5 s", "1.5 s", "2 min". */
export const waitLabel = (seconds: number): string => duration(seconds * 1000).replace(/\.0 s$/, ' s');

/** Returns the waits of an open breaker, such as "5 s, then times 2, up to 1 min". */
export const waitsLabel = ({
  baseSeconds,
  factor,
  capSeconds,
}: {
  baseSeconds: number;
  factor: number;
  capSeconds: number;
}): string => `${waitLabel(baseSeconds)}, then times ${factor}, up to ${waitLabel(capSeconds)}`;
