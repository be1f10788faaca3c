import type { Log } from '@gondola/pipeline/telemetry';
import type { ErrorRequestHandler } from 'express';
import { refusalOf } from './refusal-of.ts';
import { refuseUpload } from './upload-refusal.ts';

/** Responds to every error on `/uploads` in the one shape of its refusals; faults of ours are logged. */
export const answerUploadError =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    // Whoever broke off a transfer is not there to be answered.
    if (request.destroyed && !request.complete) return void response.destroy();
    if (response.headersSent) return void next(error);
    const refusal = refusalOf(error, request.method);
    if (refusal.fault)
      log.error({ err: error, method: request.method, path: request.path }, 'a transfer failed');
    refuseUpload(response, refusal);
  };
