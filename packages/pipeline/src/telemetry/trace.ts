import { randomBytes } from 'node:crypto';

/** What a W3C traceparent header says (https://www.w3.org/TR/trace-context/, section 3.2). */
export interface Trace {
  /** 32 hex digits; the same in every process that works on a capture. */
  traceId: string;
  /** 16 hex digits: the step that the header came from. */
  spanId: string;
  sampled: boolean;
}

/** A traceparent for a new step: of the trace of `parent` when there is one, else of a new trace. */
export function makeTraceParent(parent: Trace | null = null): string {
  const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
  // Sampled unless the caller said otherwise: dropping traces is the collector's decision.
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${(parent?.sampled ?? true) ? '01' : '00'}`;
}

/** Null for anything that the specification calls invalid: the caller then starts a trace of its own. */
export function parseTraceParent(text: string | null | undefined): Trace | null {
  const parts = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(text ?? '');
  if (!parts) return null;
  const [, version, traceId = '', spanId = '', flags = '', more] = parts;
  if (version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
