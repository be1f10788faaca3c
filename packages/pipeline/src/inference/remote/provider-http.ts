import { Pool } from 'undici';
import { TierFault } from '../tier.ts';

/** Ten times the answer for the fullest shelf; a longer answer comes from the wrong server. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** A connection that cannot be established must not use up a call's whole time. */
const connectTimeoutMs = 5_000;

export interface ProviderRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  signal: AbortSignal;
}

export interface ProviderAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** HTTP to one origin over reused connections. Follows no redirects and retries nothing. */
export interface ProviderHttp {
  send(request: ProviderRequest): Promise<ProviderAnswer>;
  close(): Promise<void>;
}

export function createProviderHttp(origin: string, maxConnections: number): ProviderHttp {
  const pool = new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    connect: { timeout: connectTimeoutMs },
  });
  return {
    async send({ method, path, headers, body, signal }) {
      const {
        statusCode,
        headers: answered,
        body: stream,
      } = await pool.request({
        method,
        path,
        signal,
        ...(headers ? { headers } : {}),
        ...(body === undefined ? {} : { body }),
      });
      const pieces: Buffer[] = [];
      let bytes = 0;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > maxAnswerBytes)
          throw new TierFault('TRANSIENT', `the answer is longer than ${maxAnswerBytes} bytes`);
        pieces.push(piece);
      }
      return { status: statusCode, headers: answered, body: Buffer.concat(pieces) };
    },
    close: () => pool.destroy(),
  };
}
