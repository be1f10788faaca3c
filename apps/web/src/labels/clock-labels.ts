import type { CaptureTimeSource, ClockErrorSource } from '../generated/graphql.ts';
import { duration } from '../lib/time.ts';

/** Below a second the time on the network is most of the error. */
const exactMs = 1_000;

/** Returns how far a clock is from true time, such as "2 h fast". */
export function clockErrorLabel(clockErrorMs: number): string {
  if (Math.abs(clockErrorMs) < exactMs) return 'right to the second';
  return `${duration(Math.abs(clockErrorMs))} ${clockErrorMs > 0 ? 'fast' : 'slow'}`;
}

/** Returns what is known of a device's clock. @param timeSource of its newest capture; null without one */
export function clockLabel(clockErrorMs: number | null, timeSource: CaptureTimeSource | null): string {
  if (clockErrorMs !== null) return clockErrorLabel(clockErrorMs);
  return timeSource === 'RECEIPT' ? 'wrong, error not known' : 'no error known';
}

/** Says how the error of a clock is known. */
export const clockErrorSourceLabels: Record<ClockErrorSource, string> = {
  SENT_AT: 'by the time of sending',
  DELAYS: 'by the delays of its captures',
};

/** Says which time the rules use for a capture, and why. */
export const timeSourceLabels: Record<CaptureTimeSource, string> = {
  DEVICE_CLOCK: 'as the device says',
  CORRECTED_CLOCK: 'corrected by the error of the device’s clock',
  RECEIPT: 'time of receipt, since the device’s time cannot be right',
};
