import { z } from 'zod';
import { fingerprintOf } from '../fingerprint.ts';
import type { PredictedBox } from '../predict-boxes.ts';
import {
  type CloudReply,
  type CloudRequest,
  type FindBoxes,
  type Protocol,
  parseJson,
  reply,
} from '../protocol.ts';

/** Vertex AI's limit for a prediction request, base64 and JSON included: 1.5 MiB. */
const maxRequestBytes = 1.5 * 1024 * 1024;
/** Above this size Google's front end answers with an HTML page before Vertex AI sees the request. */
const maxFrontEndBytes = 10 * 1024 * 1024;

export interface VertexEndpoint {
  project: string;
  location: string;
  endpointId: string;
  deployedModelId: string;
  modelId: string;
}

const requestSchema = z.object({
  instances: z
    .array(z.object({ content: z.base64().min(1), mimeType: z.string().optional() }))
    .min(1)
    .max(1),
  parameters: z
    .object({
      /** Defaults of AutoML object detection: any confidence, but ten boxes only. */
      confidenceThreshold: z.number().min(0).max(1).default(0),
      maxPredictions: z.number().int().min(1).default(10),
    })
    .default({ confidenceThreshold: 0, maxPredictions: 10 }),
});

const predictPath = /^\/v1\/projects\/([^/]+)\/locations\/([^/]+)\/endpoints\/([^/:]+):predict$/;

/** Creates the REST protocol of an AutoML object detection model behind a Vertex AI endpoint. */
export function vertexProtocol(
  endpoint: VertexEndpoint,
  isAuthorised: (authorization: string | undefined) => boolean,
): Protocol {
  return {
    provider: 'vertex',
    speaks: ({ method, path }) => method === 'POST' && predictPath.test(path),
    async answer(request, findBoxes) {
      const refusal = refusalOf(request, endpoint, isAuthorised);
      if (refusal) return refusal;
      const parsed = requestSchema.safeParse(parseJson(request.body));
      if (!parsed.success) return error(400, 'INVALID_ARGUMENT', z.prettifyError(parsed.error));
      return predict(parsed.data, endpoint, findBoxes);
    },
    fail: (kind) => failures[kind](),
  };
}

async function predict(
  { instances, parameters }: z.output<typeof requestSchema>,
  { project, location, deployedModelId, modelId }: VertexEndpoint,
  findBoxes: FindBoxes,
): Promise<CloudReply> {
  const fingerprint = await fingerprintOf(Buffer.from(instances[0]?.content ?? '', 'base64'));
  if (fingerprint === null) return error(400, 'INVALID_ARGUMENT', 'The image cannot be decoded.');
  const seen = findBoxes(fingerprint)
    .filter(({ confidence }) => confidence >= parameters.confidenceThreshold)
    .slice(0, parameters.maxPredictions);
  return reply(200, {
    predictions: [prediction(seen)],
    deployedModelId,
    model: `projects/${project}/locations/${location}/models/${modelId}`,
    modelDisplayName: 'sandbox-shelf',
    modelVersionId: '1',
  });
}

const prediction = (seen: readonly PredictedBox[]) => ({
  ids: seen.map((_, i) => String(4_000_000_000 + i)),
  displayNames: seen.map(({ label }) => label),
  confidences: seen.map(({ confidence }) => confidence),
  bboxes: seen.map(({ box: [x, y, width, height] }) => [x, x + width, y, y + height]),
});

function refusalOf(
  { path, headers, body }: CloudRequest,
  endpoint: VertexEndpoint,
  isAuthorised: (authorization: string | undefined) => boolean,
): CloudReply | null {
  if (body.length > maxFrontEndBytes)
    return {
      status: 413,
      headers: { 'content-type': 'text/html; charset=UTF-8' },
      body: Buffer.from('<html><title>Error 413 (Request Entity Too Large)!!1</title></html>'),
    };
  if (!isAuthorised(headers.authorization))
    return error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
  const [, project, location, endpointId] = predictPath.exec(path) ?? [];
  if (project !== endpoint.project)
    return error(403, 'PERMISSION_DENIED', `Permission denied on project ${project}.`);
  if (location !== endpoint.location || endpointId !== endpoint.endpointId)
    return error(404, 'NOT_FOUND', `The Endpoint ${endpointId} does not exist.`);
  if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
    return error(400, 'INVALID_ARGUMENT', 'The request must be JSON.');
  if (body.length > maxRequestBytes)
    return error(
      400,
      'FAILED_PRECONDITION',
      `The request size (${body.length} bytes) exceeds 1.500MB limit.`,
    );
  return null;
}

const failures = {
  throttled: () => error(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for online prediction requests.'),
  'error-500': () => error(500, 'INTERNAL', 'Internal error encountered.'),
  unavailable: () => error(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
  denied: () => error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
  'not-ready': () =>
    error(400, 'FAILED_PRECONDITION', 'The endpoint has no deployed model to serve traffic.'),
  'wrong-schema': () =>
    reply(200, { predictions: [{ displayNames: ['a', 'b'], confidences: [1], bboxes: [] }] }),
};

const error = (code: number, status: string, message: string): CloudReply =>
  reply(code, { error: { code, message, status } }, { 'content-type': 'application/json; charset=UTF-8' });
