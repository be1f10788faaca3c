import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { parseTraceParent } from './trace.ts';

export type Log = Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Fields that hold credentials in any log line: device keys, session cookies, tokens. */
const secretFields = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-device-key',
  'apiKey',
  'deviceKey',
  'key',
  'password',
  'secret',
  'token',
];

/** Paths to the fields at three depths, such as `req.headers.cookie`. No deeper objects are logged. */
const secretPaths = secretFields.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

/** Creates the log of one process: JSON lines with ISO times on standard output, or into `destination`. */
export function createLog(options: { name: string; level: LogLevel; destination?: DestinationStream }): Log {
  const settings = {
    name: options.name,
    level: options.level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[redacted]' },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** Returns the log of one capture. Its lines share `traceId` in every process, so one search finds the whole history. */
export function captureLog(log: Log, capture: { captureId: string; traceParent: string | null }): Log {
  const trace = parseTraceParent(capture.traceParent);
  return log.child({ captureId: capture.captureId, ...(trace && { traceId: trace.traceId }) });
}
