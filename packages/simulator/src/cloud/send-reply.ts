import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CloudReply } from './protocol.ts';

/** Longer than any client waits; a connection that is held is not held for ever. */
const longestHangMs = 10 * 60_000;

export const send = (response: ServerResponse, { status, headers, body }: CloudReply): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
};

/** Half of the answer's bytes under a length that promises all of them. */
export async function sendTruncated(
  response: ServerResponse,
  { status, headers, body }: CloudReply,
): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  await new Promise<void>((done) => response.write(body.subarray(0, body.length / 2), () => done()));
  response.destroy();
}

/** Half of the answer as if it were all. What is not JSON to begin with is made none. */
export function sendBrokenJson(response: ServerResponse, { status, body }: CloudReply): void {
  const half = Buffer.concat([Buffer.from('{"'), body.subarray(0, Math.max(1, body.length / 2))]);
  send(response, { status, headers: { 'content-type': 'application/json' }, body: half });
}

export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Until the caller is gone or the server stops. */
export async function hang(response: ServerResponse, stopped: AbortSignal): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await wait(longestHangMs, undefined, { signal: AbortSignal.any([gone.signal, stopped]), ref: false }).catch(
    () => {},
  );
  response.destroy();
}
