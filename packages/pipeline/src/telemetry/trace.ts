import { randomBytes } from 'node:crypto';

/** The content of a W3C traceparent header (https://www.w3.org/TR/trace-context/, section 3.2). */
export interface Trace {
  /** 32 hex digits; the same in every process that handles a capture. */
  traceId: string;
  /** 16 hex digits: the step that created the header. */
  spanId: string;
  sampled: boolean;
}

/** Creates a traceparent for a new step, in the trace of `parent` if given, else in a new trace. */
export function makeTraceParent(parent: Trace | null = null): string {
  const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
  // Sampled by default: the collector decides which traces to drop.
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${(parent?.sampled ?? true) ? '01' : '00'}`;
}

/** Parses a header. Returns null for an invalid one by the specification: the caller then starts a new trace. */
export function parseTraceParent(text: string | null | undefined): Trace | null {
  const parts = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(text ?? '');
  if (!parts) return null;
  const [, version, traceId = '', spanId = '', flags = '', more] = parts;
  if (version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
