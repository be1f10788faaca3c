import type { IncomingHttpHeaders } from 'node:http';
import type { CloudFault, Provider } from './fault.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { SeenBox } from './see-shelf.ts';

export interface CloudRequest {
  method: string;
  /** Without the query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface CloudReply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** A provider's dialect: what it takes, what it answers, and how it says that it failed. */
export interface Protocol {
  provider: Provider;
  speaks(request: Pick<CloudRequest, 'method' | 'path' | 'headers'>): boolean;
  answer(request: CloudRequest, look: LookAtPhoto): Promise<CloudReply>;
  /** The provider's own way to say so; the other faults are of the connection or of any JSON. */
  fail(kind: SpokenFault, request: CloudRequest): CloudReply;
}

export type SpokenFault = Extract<
  CloudFault['kind'],
  'throttled' | 'error-500' | 'unavailable' | 'denied' | 'not-ready' | 'wrong-schema'
>;

/** What the provider's model sees on a photo, surest first; nothing on a photo that nobody told of. */
export type LookAtPhoto = (fingerprint: Fingerprint) => SeenBox[];

export const reply = (
  status: number,
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): CloudReply => ({ status, headers, body: Buffer.from(JSON.stringify(body)) });

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
