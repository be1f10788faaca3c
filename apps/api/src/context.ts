import type { Database } from '@gondola/db';
import type { AcceptTogether } from '@gondola/pipeline/intake';
import type { ObjectStore } from '@gondola/pipeline/objects';
import type { CaptureQueue } from '@gondola/pipeline/queue';
import type { BatchQueue } from '@gondola/pipeline/reprocess';
import type { Log, Metrics } from '@gondola/pipeline/telemetry';
import type { People } from './auth/people.ts';
import type { Viewer } from './auth/viewer.ts';
import type { Waiting } from './graphql/answer-try-later.ts';
import type { ImageSigner } from './images/image-signer.ts';
import type { SandboxClient } from './sandbox/sandbox-client.ts';
import type { Uploads } from './uploads/open-uploads.ts';

/** What the process is made of, opened once in `start-api.ts`. */
export interface ApiTools {
  db: Database;
  objects: ObjectStore;
  queue: CaptureQueue;
  batches: BatchQueue;
  accept: AcceptTogether;
  people: People;
  images: ImageSigner;
  uploads: Uploads;
  /** Null where no sandbox cloud is configured. */
  sandbox: SandboxClient | null;
  metrics: Pick<Metrics, 'captures' | 'deadLetters'>;
  log: Log;
}

/** What a resolver knows of the request it works for. */
export interface ApiContext extends ApiTools {
  viewer: Viewer;
  /** W3C `traceparent` of this request: a step of the caller's trace, or a trace of its own. */
  traceParent: string;
  waiting: Waiting;
}
