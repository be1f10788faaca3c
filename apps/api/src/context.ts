import type { Database } from '@gondola/db';
import type { BatchQueue } from '@gondola/pipeline/batches';
import type { AcceptCaptures, ReadPressure } from '@gondola/pipeline/intake';
import type { ObjectStore } from '@gondola/pipeline/objects';
import type { CaptureQueue } from '@gondola/pipeline/queue';
import type { Log, Metrics } from '@gondola/pipeline/telemetry';
import type { People } from './auth/people.ts';
import type { Viewer } from './auth/viewer.ts';
import type { ImageSigner } from './images/image-signer.ts';
import type { SandboxClient } from './sandbox/sandbox-client.ts';
import type { Uploads } from './uploads/upload-tools.ts';

/** What the process is made of, opened once in `start-api.ts`. */
export interface ApiTools {
  db: Database;
  objects: ObjectStore;
  queue: CaptureQueue;
  batches: BatchQueue;
  /** Intake's `groupCommit`, bound to this process' tools. */
  acceptCaptures: AcceptCaptures;
  readPressure: ReadPressure;
  people: People;
  images: ImageSigner;
  uploads: Uploads;
  /** Null where no sandbox cloud is configured. */
  sandbox: SandboxClient | null;
  metrics: Pick<Metrics, 'captures' | 'deadLetters'>;
  log: Log;
}

/** What a request's HTTP answer says of waiting; resolvers write it, one object per request. */
export interface Waiting {
  /** Null: nothing has to wait. */
  retryAfterSeconds: number | null;
  /** Root fields, by the name in the answer, of which nothing was done: with the status if there are no others. */
  fields: Map<string, 429 | 503>;
}

/** What a resolver knows of the request it works for. */
export interface ApiContext extends ApiTools {
  viewer: Viewer;
  /** W3C `traceparent` of this request: a step of the caller's trace, or a trace of its own. */
  traceParent: string;
  waiting: Waiting;
}
