import { type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The answer to a PATCH; null when there was none. */
export type PatchAnswer = { status: number; offset: number | null } | null;

/** Starts one PATCH: its headers are sent, and the server waits for the body. */
export interface OpenPatch {
  /** Sends the body in small pieces, or only `bytes` of it and then cuts the connection. */
  send(options?: { cutAfterBytes?: number }): Promise<PatchAnswer>;
}

/** The size of one piece, as a camera's modem sends them. */
const pieceBytes = 4096;
const pieceMs = 4;

export function openPatch(
  apiUrl: string,
  upload: { id: string; token: string },
  offset: number,
  body: Uint8Array,
): OpenPatch {
  const sent = request(`${apiUrl}/uploads/${upload.id}`, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-token': upload.token,
      'content-length': String(body.length),
    },
    agent: false,
    timeout: 20_000,
  });
  const answered = new Promise<PatchAnswer>((resolve) => {
    sent.on('response', (answer) => {
      answer.resume();
      const at = answer.headers['upload-offset'];
      resolve({ status: answer.statusCode ?? 0, offset: typeof at === 'string' ? Number(at) : null });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(null));
    sent.on('close', () => resolve(null));
  });
  sent.flushHeaders();
  return {
    async send({ cutAfterBytes = Number.POSITIVE_INFINITY } = {}) {
      await sendPieces(sent, body, cutAfterBytes);
      return answered;
    },
  };
}

async function sendPieces(sent: ClientRequest, body: Uint8Array, cutAfterBytes: number): Promise<void> {
  for (let at = 0; at < body.length && !sent.destroyed; at += pieceBytes) {
    if (at >= cutAfterBytes) return void sent.destroy();
    sent.write(body.subarray(at, at + pieceBytes));
    await sleep(pieceMs);
  }
  sent.end();
}
