import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CloudReply } from './protocol.ts';

/** Longer than any client waits, so that a hanging connection still ends. */
const maxHangMs = 10 * 60_000;

/** Sends the whole reply. */
export const sendReply = (response: ServerResponse, { status, headers, body }: CloudReply): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
};

/** Sends half of the reply's bytes under a content length that promises all of them. */
export async function sendTruncated(
  response: ServerResponse,
  { status, headers, body }: CloudReply,
): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  await new Promise<void>((done) => response.write(body.subarray(0, body.length / 2), () => done()));
  response.destroy();
}

/** Sends half of the reply as a whole body. The prefix `{"` makes the body invalid JSON in every case. */
export function sendBrokenJson(response: ServerResponse, { status, body }: CloudReply): void {
  const half = Buffer.concat([Buffer.from('{"'), body.subarray(0, Math.max(1, body.length / 2))]);
  sendReply(response, { status, headers: { 'content-type': 'application/json' }, body: half });
}

/** Resets the connection before any answer. */
export function resetConnection(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Keeps the connection open without an answer until the caller leaves or the server stops. */
export async function hang(response: ServerResponse, stopped: AbortSignal): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await wait(maxHangMs, undefined, { signal: AbortSignal.any([gone.signal, stopped]), ref: false }).catch(
    () => {},
  );
  response.destroy();
}
