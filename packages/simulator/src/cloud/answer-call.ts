import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallCounter } from './call-counter.ts';
import type { CloudFault } from './fault.ts';
import type { CloudReply, CloudRequest, FindBoxes, Protocol } from './protocol.ts';
import { hang, resetConnection, sendBrokenJson, sendReply, sendTruncated } from './send-reply.ts';

export interface CallTools {
  counter: CallCounter;
  findBoxes: FindBoxes;
  stopped: AbortSignal;
  /** Returns the wall clock in milliseconds, for Retry-After as a date. */
  dateMs(): number;
}

/** Answers one call to a provider: normally, or with the fault that is due. */
export async function answerCall(
  protocol: Protocol,
  request: CloudRequest,
  response: ServerResponse,
  fault: CloudFault | null,
  tools: CallTools,
): Promise<void> {
  const { counter, findBoxes, stopped } = tools;
  const { provider } = protocol;
  if (fault !== null) counter.countOutcome(provider, fault.kind);
  switch (fault?.kind) {
    case 'hang':
      return hang(response, stopped);
    case 'reset':
      return resetConnection(response);
    case 'truncated':
      return sendTruncated(response, await protocol.answer(request, findBoxes));
    case 'broken-json':
      return sendBrokenJson(response, await protocol.answer(request, findBoxes));
    case 'slow':
      await wait(fault.slowMs, undefined, { signal: stopped }).catch(() => {});
      return sendReply(response, await protocol.answer(request, findBoxes));
    case 'throttled':
    case 'unavailable':
    case 'error-500':
      return sendReply(response, withRetryAfter(protocol.fail(fault.kind, request), fault, protocol, tools));
    case 'denied':
    case 'not-ready':
    case 'wrong-schema':
      return sendReply(response, protocol.fail(fault.kind, request));
    case undefined: {
      const answer = await protocol.answer(request, findBoxes);
      counter.countOutcome(provider, answer.status < 400 ? 'ok' : 'refused');
      return sendReply(response, answer);
    }
  }
}

function withRetryAfter(
  reply: CloudReply,
  { retryAfterSeconds, retryAfterAs }: CloudFault,
  { provider }: Protocol,
  { counter, dateMs }: CallTools,
): CloudReply {
  if (retryAfterSeconds === undefined) return reply;
  counter.noteRetryAfter(provider, retryAfterSeconds);
  // A date has whole seconds. Rounding up keeps clients from returning early.
  const date = () => new Date(Math.ceil(dateMs() / 1000 + retryAfterSeconds) * 1000).toUTCString();
  const value = retryAfterAs === 'date' ? date() : String(retryAfterSeconds);
  return { ...reply, headers: { ...reply.headers, 'retry-after': value } };
}
