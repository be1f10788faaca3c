import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { makeTraceParent, parseTraceParent } from '@gondola/pipeline/telemetry';
import { toNodeHandler } from 'better-auth/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { clientAddressHeader } from '../auth/people.ts';
import { recogniseViewer } from '../auth/recognise-viewer.ts';
import { nobody } from '../auth/viewer.ts';
import type { ApiContext, ApiTools } from '../context.ts';
import { findUnstorableText } from '../errors/unstorable-text.ts';
import { acceptGetWithKey } from '../graphql/accept-get-with-key.ts';
import { nothingWaits } from '../graphql/plugins/try-later-status.ts';
import type { ApiHandler } from '../http/api-handler.ts';
import { answerError } from '../http/error-response.ts';
import { refuseMethod } from '../http/refuse-method.ts';
import { getImage } from '../images/get-image.ts';
import { putProductImage } from '../images/put-product-image.ts';
import { answerUploadError } from '../uploads/answer-upload-error.ts';
import { putUpload } from '../uploads/put-upload.ts';
import { resumableUpload } from '../uploads/resumable-upload.ts';
import type { Readiness } from './readiness.ts';

/** A planogram file has 8 MB at most, and base64 makes four thirds of it. */
const peopleBodyLimit = '12mb';
/** 500 payloads of 24 kB; a payload has about 1 kB. */
const deviceBodyLimit = '12mb';
/** An e-mail address and a password. */
const signInBodyLimit = '16kb';

/** Every route of the API on its tools. */
export function makeServer(
  tools: ApiTools,
  apollo: ApolloServer<ApiContext>,
  options: { trustProxy: string; readiness: () => Promise<Readiness> },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', options.trustProxy);
  app.use(begin);
  app.use(compression());

  app.get('/healthz', (_request, response) => void response.json({ alive: true }));
  app.all('/healthz', refuseMethod('GET', 'HEAD'));
  app.get('/readyz', async (_request, response) => {
    const readiness = await options.readiness();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.all('/readyz', refuseMethod('GET', 'HEAD'));

  app.use('/auth', prepareSignIn, express.json({ limit: signInBodyLimit, type: '*/*' }), storableBody);
  app.all('/auth/{*path}', toNodeHandler(tools.people));

  app.get('/images/:sha256', getImage(tools));
  app.all('/images/:sha256', refuseMethod('GET', 'HEAD'));

  const viewer: ApiHandler = async (request, response, next) => {
    response.locals.viewer = await recogniseViewer(tools.db, tools.people, request.headers);
    next();
  };
  app.put('/uploads/:id', viewer, putUpload(tools));
  app.all('/uploads{/:id}', viewer, resumableUpload(tools));
  app.use('/uploads', answerUploadError(tools.log));
  app.put('/product-images', viewer, putProductImage(tools));
  app.all('/product-images', refuseMethod('PUT'));
  app.use('/graphql', viewer, acceptGetWithKey, bodyByViewer, graphql(apollo, tools));

  app.use((_request, response) => void response.status(404).json({ error: 'There is nothing here.' }));
  app.use(answerError(tools.log));
  return app;
}

const begin: ApiHandler = (request, response, next) => {
  const given = request.headers.traceparent;
  response.locals.viewer = nobody;
  response.locals.traceParent = makeTraceParent(parseTraceParent(typeof given === 'string' ? given : null));
  response.set('X-Content-Type-Options', 'nosniff');
  next();
};

/**
 * The caller's address, under a header that callers cannot choose: what stands there already is overwritten. And
 * Node's fetch calls itself `Sec-Fetch-Mode: cors`, for which better-auth would take it for a browser without an
 * Origin; every browser that sends that header sends Sec-Fetch-Site too.
 */
const prepareSignIn: RequestHandler = ({ headers, ip }, _response, next) => {
  headers[clientAddressHeader] = ip ?? '';
  if (headers['sec-fetch-site'] === undefined) delete headers['sec-fetch-mode'];
  next();
};

const storableBody: RequestHandler = (request, response, next) => {
  const path = findUnstorableText(request.body, '');
  if (path === null) next();
  else response.status(400).json({ error: `${path} holds a NUL or half of a surrogate pair.` });
};

const bodyOfPeople = express.json({ limit: peopleBodyLimit });
const bodyOfDevices = express.json({ limit: deviceBodyLimit });

/** Only who has shown a device key may make us hold a large body. */
const bodyByViewer: ApiHandler = (request, response, next) =>
  (response.locals.viewer.kind === 'DEVICE' ? bodyOfDevices : bodyOfPeople)(request, response, next);

function graphql(apollo: ApolloServer<ApiContext>, tools: ApiTools): ApiHandler {
  const handle = expressMiddleware(apollo, {
    context: async ({ res }) => ({
      ...tools,
      viewer: res.locals.viewer,
      traceParent: res.locals.traceParent,
      waiting: nothingWaits(),
    }),
  });
  return (request, response, next) => {
    // For the page that a person sees; programs get JSON.
    response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    // Apollo answers a missing body with 500; an empty one it calls the caller's mistake.
    request.body ??= {};
    return handle(request as never, response as never, next);
  };
}
