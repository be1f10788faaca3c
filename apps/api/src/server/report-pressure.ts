import type { ReadPressure } from '@gondola/pipeline/intake';
import type { Log } from '@gondola/pipeline/telemetry';

/** A full disk is reported before the first device meets it, and a check of the disk costs nothing. */
const checkEveryMs = 15_000;

/**
 * Logs when new captures begin to be refused, with the reason, and when they are taken again: devices wait silently, and people
 * must learn it elsewhere.
 *
 * @returns a function that ends the checks.
 */
export function reportPressure(
  readPressure: ReadPressure,
  log: Pick<Log, 'warn' | 'info'>,
  everyMs = checkEveryMs,
): () => Promise<void> {
  let reported: string | undefined;
  let checking: Promise<void> = Promise.resolve();
  const check = async () => {
    const pressure = await readPressure();
    if (pressure?.code === reported) return;
    reported = pressure?.code;
    if (pressure) log.warn({ code: pressure.code }, `new captures are refused: ${pressure.message}`);
    else log.info('new captures are accepted again');
  };
  const next = () => {
    // A database that is away is reported by every request.
    checking = check().catch(() => {});
  };
  next();
  const timer = setInterval(next, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await checking;
  };
}
