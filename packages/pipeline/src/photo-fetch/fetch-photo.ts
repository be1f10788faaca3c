import { lookup } from 'node:dns/promises';
import { Agent, type Dispatcher, request } from 'undici';
import { photoByteLimit } from '../images/photo-byte-limit.ts';
import { PhotoRefused } from '../images/photo-refused.ts';
import { checkPhotoUrl, refused } from './check-photo-url.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';
import { defaultPhotoUrlRules, type PhotoUrlRules } from './photo-url-rules.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { toUnreachable } from './to-unreachable.ts';

export interface FetchPhotoOptions {
  /** Those not named are as in defaultPhotoUrlRules: https at port 443 from any public host. */
  rules?: Partial<PhotoUrlRules>;
  maxBytes?: number;
  connectTimeoutMs?: number;
  headersTimeoutMs?: number;
  /** Between two pieces of the body. */
  bodyTimeoutMs?: number;
  totalTimeoutMs?: number;
  signal?: AbortSignal;
  /** How names are resolved; the system's resolver unless told otherwise. */
  resolve?: Resolve;
}

/** Storage services redirect once or twice; a longer chain is a loop or a probe. */
const maxRedirects = 3;

/**
 * Answers that may differ the next time, besides those of a server in trouble (5xx). 404 is one of them: a camera may
 * name its photo before the storage that it uploads to shows it, and a few more requests cost less than the capture.
 * 403 and 410 are answers about the photo.
 */
const passing: ReadonlySet<number> = new Set([404, 408, 425, 429]);

/**
 * The bytes behind a URL, fetched once, from public addresses alone, without credentials, cookies, proxy or
 * decompression. Rejects with PhotoUnreachable, with PhotoRefused PHOTO_TOO_LARGE as soon as more than `maxBytes`
 * come, and with the signal's reason when the caller gives up.
 */
export async function fetchPhoto(address: string, options: FetchPhotoOptions = {}): Promise<Uint8Array> {
  const rules = { ...defaultPhotoUrlRules, ...options.rules };
  const maxBytes = options.maxBytes ?? photoByteLimit;
  // A store's line of 1 Mbit/s carries 3 MB in 25 s; a minute bounds a server that drips.
  const deadline = AbortSignal.timeout(options.totalTimeoutMs ?? 60_000);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  // An agent of its own for each fetch and a connection for each hop: none outlives the check that let it through.
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
    // Its frames would pass by the timeouts and limits that are tried here.
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
      // A body that is dropped unread says so as an error event, which without a listener would end the process.
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
    // Not awaited: it would wait for a connection that is still being made.
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
    const retry = statusCode >= 500 || passing.has(statusCode);
    throw new PhotoUnreachable(`the server answered ${statusCode}`, {
      retry,
      retryAfterSeconds: retry ? retryAfterSeconds(headers['retry-after']) : null,
    });
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    body.destroy();
    throw refused(`the server sent ${encoding} where no encoding was allowed`);
  }
  const pieces: Uint8Array[] = [];
  let byteLength = 0;
  // Bytes that came are counted, not those announced: a header can lie.
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    byteLength += piece.byteLength;
    if (byteLength > maxBytes || Number(headers['content-length']) > maxBytes) {
      throw new PhotoRefused('PHOTO_TOO_LARGE', `The photo has more than ${maxBytes} bytes`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, byteLength);
}
