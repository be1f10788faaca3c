import type { IncomingHttpHeaders } from 'node:http';
import type { CloudFault, Provider } from './fault.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PredictedBox } from './predict-boxes.ts';

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

/** A provider's wire protocol: the requests it accepts, its answers and its error replies. */
export interface Protocol {
  provider: Provider;
  speaks(request: Pick<CloudRequest, 'method' | 'path' | 'headers'>): boolean;
  answer(request: CloudRequest, findBoxes: FindBoxes): Promise<CloudReply>;
  /** Returns the provider's own error reply. The other faults concern the connection or any JSON. */
  fail(kind: SpokenFault, request: CloudRequest): CloudReply;
}

export type SpokenFault = Extract<
  CloudFault['kind'],
  'throttled' | 'error-500' | 'unavailable' | 'denied' | 'not-ready' | 'wrong-schema'
>;

/** Returns the boxes that the provider's model predicts, most confident first; none for a photo that is not registered. */
export type FindBoxes = (fingerprint: Fingerprint) => PredictedBox[];

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
