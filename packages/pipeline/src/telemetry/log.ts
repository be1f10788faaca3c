import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { parseTraceParent } from './trace.ts';

export type Log = Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Fields that hold credentials, whoever logs them: device keys, session cookies, presented tokens. */
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

/** At the top, in an object, and in an object of that (`req.headers.cookie`): deeper things are not logged. */
const secretPaths = secretFields.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

/** A log of one process: JSON lines with ISO times on standard output, or into `destination`. */
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

/** The log of one capture: its lines share `traceId` in every process, so one search tells the whole story. */
export function captureLog(log: Log, capture: { captureId: string; traceParent: string | null }): Log {
  const trace = parseTraceParent(capture.traceParent);
  return log.child({ captureId: capture.captureId, ...(trace && { traceId: trace.traceId }) });
}
