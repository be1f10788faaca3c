import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallBook } from './call-book.ts';
import { hang, reset, send, sendBrokenJson, sendTruncated } from './deliver.ts';
import type { CloudFault } from './fault.ts';
import type { CloudReply, CloudRequest, LookAtPhoto, Protocol } from './protocol.ts';

export interface CallTools {
  book: CallBook;
  look: LookAtPhoto;
  stopped: AbortSignal;
  /** Milliseconds of the calendar, for Retry-After as a date. */
  dateMs(): number;
}

/** Answers one call of a provider: as it should be, or with the fault that is due. */
export async function answerCall(
  protocol: Protocol,
  request: CloudRequest,
  response: ServerResponse,
  fault: CloudFault | null,
  tools: CallTools,
): Promise<void> {
  const { book, look, stopped } = tools;
  const { provider } = protocol;
  if (fault !== null) book.ended(provider, fault.kind);
  switch (fault?.kind) {
    case 'hang':
      return hang(response, stopped);
    case 'reset':
      return reset(response);
    case 'truncated':
      return sendTruncated(response, await protocol.answer(request, look));
    case 'broken-json':
      return sendBrokenJson(response, await protocol.answer(request, look));
    case 'slow':
      await wait(fault.slowMs, undefined, { signal: stopped }).catch(() => {});
      return send(response, await protocol.answer(request, look));
    case 'throttled':
    case 'unavailable':
    case 'error-500':
      return send(response, withRetryAfter(protocol.fail(fault.kind, request), fault, protocol, tools));
    case 'denied':
    case 'not-ready':
    case 'wrong-schema':
      return send(response, protocol.fail(fault.kind, request));
    case undefined: {
      const answer = await protocol.answer(request, look);
      book.ended(provider, answer.status < 400 ? 'ok' : 'refused');
      return send(response, answer);
    }
  }
}

function withRetryAfter(
  reply: CloudReply,
  { retryAfterSeconds, retryAfterAs }: CloudFault,
  { provider }: Protocol,
  { book, dateMs }: CallTools,
): CloudReply {
  if (retryAfterSeconds === undefined) return reply;
  book.askedForRest(provider, retryAfterSeconds);
  // A date has whole seconds: rounded up, so that nobody is asked back early.
  const date = () => new Date(Math.ceil(dateMs() / 1000 + retryAfterSeconds) * 1000).toUTCString();
  const value = retryAfterAs === 'date' ? date() : String(retryAfterSeconds);
  return { ...reply, headers: { ...reply.headers, 'retry-after': value } };
}
