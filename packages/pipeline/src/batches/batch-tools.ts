import type { Database } from '@gondola/db';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { LiveTraffic } from '../runner/live-traffic.ts';
import type { InferTools } from '../stages/infer/infer.ts';
import type { Log } from '../telemetry/log.ts';
import type { BatchQueue } from './batch-queue.ts';

export type BatchTools = InferTools & {
  db: Database;
  queue: CaptureQueue;
  batches: BatchQueue;
  live: LiveTraffic;
  log: Log;
};
