import { duration } from '../../lib/time.ts';

/** A wait that people set, without a decimal that says nothing: "5 s", "1.5 s", "2 min". */
export const waitWord = (seconds: number): string => duration(seconds * 1000).replace(/\.0 s$/, ' s');

/** The waits of an open breaker, such as "5 s, then times 2, up to 1 min". */
export const waitsWord = ({
  baseSeconds,
  factor,
  capSeconds,
}: {
  baseSeconds: number;
  factor: number;
  capSeconds: number;
}): string => `${waitWord(baseSeconds)}, then times ${factor}, up to ${waitWord(capSeconds)}`;
