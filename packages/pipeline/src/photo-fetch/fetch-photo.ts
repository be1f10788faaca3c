import { lookup } from 'node:dns/promises';
import { Agent, type Dispatcher, request } from 'undici';
import { photoByteLimit } from '../images/photo-byte-limit.ts';
import { PhotoRefused } from '../images/photo-refused.ts';
import { checkPhotoUrl, refused } from './check-photo-url.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';
import { defaultPhotoUrlRules, type PhotoUrlRules } from './photo-url-rules.ts';
import { secondsBeforeRetry } from './seconds-before-retry.ts';
import { toUnreachable } from './to-unreachable.ts';

export interface FetchPhotoOptions {
  /** Missing rules have the values of defaultPhotoUrlRules: https at port 443 from any public host. */
  rules?: Partial<PhotoUrlRules>;
  maxBytes?: number;
  connectTimeoutMs?: number;
  headersTimeoutMs?: number;
  /** Limit between two pieces of the body. */
  bodyTimeoutMs?: number;
  totalTimeoutMs?: number;
  signal?: AbortSignal;
  /** Resolver of host names; the system's resolver by default. */
  resolve?: Resolve;
}

/** Storage services redirect once or twice; a longer chain is a loop or a probe. */
const maxRedirects = 3;

/**
 * Statuses that may change at a retry, besides server errors (5xx). 404 is among them, because a camera may send the
 * URL before its storage shows the photo. A few more requests cost less than a lost capture. 403 and 410 are final.
 */
const transientStatuses: ReadonlySet<number> = new Set([404, 408, 425, 429]);

/**
 * Fetches the bytes of a URL once, only from public addresses, without credentials, cookies, proxy or decompression.
 * Rejects with PhotoUnreachable; with PhotoRefused PHOTO_TOO_LARGE as soon as more than `maxBytes` arrive; and with the
 * reason of the signal when the caller aborts.
 */
export async function fetchPhoto(address: string, options: FetchPhotoOptions = {}): Promise<Uint8Array> {
  const rules = { ...defaultPhotoUrlRules, ...options.rules };
  const maxBytes = options.maxBytes ?? photoByteLimit;
  // At 1 Mbit/s a store sends 3 MB in 25 s; a minute limits a server that sends single bytes.
  const deadline = AbortSignal.timeout(options.totalTimeoutMs ?? 60_000);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  // Each fetch has its own agent and each hop its own connection, so that no connection outlives the check that allowed
  // it.
  const dispatcher = new Agent({
    connect: guardedConnector({
      resolve: options.resolve ?? ((hostname) => lookup(hostname, { all: true })),
      rules,
      connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
      signal,
    }),
    headersTimeout: options.headersTimeoutMs ?? 15_000,
    bodyTimeout: options.bodyTimeoutMs ?? 15_000,
    pipelining: 0,
    // HTTP/2 frames would bypass the timeouts and limits that are tested here.
    allowH2: false,
  });
  try {
    let url = checkPhotoUrl(address, rules);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await request(url, {
        dispatcher,
        signal,
        headers: { accept: 'image/jpeg, image/png, image/webp', 'accept-encoding': 'identity' },
      });
      // A body dropped unread emits an error event, which without a listener would end the process.
      response.body.on('error', () => undefined);
      const location = redirectOf(response);
      if (location === null) return await readBody(response, maxBytes);
      response.body.destroy();
      url = checkPhotoUrl(location, rules, url);
    }
    throw refused(`more than ${maxRedirects} redirects`);
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    if (error instanceof PhotoUnreachable || error instanceof PhotoRefused) throw error;
    throw toUnreachable(error);
  } finally {
    // Not awaited, because it would wait for a connection attempt in progress.
    void dispatcher.destroy().catch(() => undefined);
  }
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  if (typeof headers.location !== 'string') throw refused(`status ${statusCode} without one location`);
  return headers.location;
}

async function readBody(response: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  const { statusCode, headers, body } = response;
  if (statusCode !== 200) {
    body.destroy();
    const retry = statusCode >= 500 || transientStatuses.has(statusCode);
    throw new PhotoUnreachable(`the server answered ${statusCode}`, {
      retry,
      retryAfterSeconds: retry ? secondsBeforeRetry(headers['retry-after']) : null,
    });
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    body.destroy();
    throw refused(`the server sent ${encoding} where no encoding was allowed`);
  }
  const pieces: Uint8Array[] = [];
  let byteLength = 0;
  // Received bytes are counted, not announced ones: a header can be wrong.
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    byteLength += piece.byteLength;
    if (byteLength > maxBytes || Number(headers['content-length']) > maxBytes) {
      throw new PhotoRefused('PHOTO_TOO_LARGE', `The photo has more than ${maxBytes} bytes`, {
        params: { maxBytes },
      });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, byteLength);
}
