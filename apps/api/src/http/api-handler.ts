import type { RequestHandler, Response } from 'express';
import type { Viewer } from '../auth/viewer.ts';

/** What the server finds out about a request before its handler runs. */
interface RequestFacts {
  viewer: Viewer;
  traceParent: string;
}

type Handler<Params> = RequestHandler<Params, unknown, unknown, Record<string, unknown>, RequestFacts>;
export type ApiHandler<Params = Record<string, string>> = Handler<Params>;
export type ApiResponse = Response<unknown, RequestFacts>;
