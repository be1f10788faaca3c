import { configHashOf } from '../../config-hash.ts';
import type { LabelSettings } from '../../labels/labels.ts';
import { toRealogram } from '../../labels/labels-realogram.ts';
import { toNetworkFault } from '../../remote/error-table-network.ts';
import { photoFor } from '../../remote/photo-for-provider.ts';
import { callProvider } from '../../remote/provider-call.ts';
import { createProviderHttp } from '../../remote/provider-http.ts';
import type { RemoteTier, RemoteTierEvents } from '../../remote/remote-tier.ts';
import { TierFault } from '../../tier.ts';
import { createGoogleToken } from './google-token.ts';
import { readVertexAnswer, type VertexAnswer } from './vertex-answer.ts';
import { toVertexFault } from './vertex-errors.ts';

/** Vertex AI takes 1.5 MB a request, base64 and JSON included; read as 1,500,000 it holds either way. */
export const maxRequestBytes = 1_500_000;
/** Below this nothing of a shelf can be seen. */
const minSidePx = 32;

export interface VertexSettings {
  project: string;
  location: string;
  endpointId: string;
  /** 0..1: what the model is less sure of is not returned. */
  confidenceThreshold: number;
  /** Always sent: without it Vertex AI returns 10. */
  maxPredictions: number;
  timeoutMs: number;
  maxConnections: number;
  /** The one deployed model whose answers are taken; any, when absent. */
  deployedModelId?: string;
  /** Origin, for tests, private endpoints and the sandbox; the location's own when absent. */
  endpoint?: string;
  /** Credentials file; the application default credentials when absent. */
  keyFile?: string;
  labels: LabelSettings;
}

/** Creates tier 1 with an object detection model on a Vertex AI endpoint. Calls once; retries belong to the pipeline. */
export function createVertexTier(settings: VertexSettings, events: RemoteTierEvents = {}): RemoteTier {
  const { project, location, endpointId, confidenceThreshold, maxPredictions, timeoutMs, labels } = settings;
  const origin = settings.endpoint ?? `https://${location}-aiplatform.googleapis.com`;
  const path = `/v1/projects/${project}/locations/${location}/endpoints/${endpointId}:predict`;
  const http = createProviderHttp(origin, settings.maxConnections);
  const token = createGoogleToken(settings.keyFile);
  const envelope = (content: string): string =>
    JSON.stringify({
      instances: [{ content, mimeType: 'image/jpeg' }],
      parameters: { confidenceThreshold, maxPredictions },
    });
  const maxPhotoBytes = Math.floor((maxRequestBytes - envelope('').length) / 4) * 3;
  const configHash = configHashOf({
    path,
    deployedModelId: settings.deployedModelId ?? null,
    confidenceThreshold,
    maxPredictions,
    labels,
    maxRequestBytes,
  });
  // The endpoint names the model behind it with each answer; until the first there is only the endpoint.
  let modelName = settings.deployedModelId ?? `endpoint-${endpointId}`;

  async function predict(body: string, signal: AbortSignal): Promise<VertexAnswer> {
    const authorisation = await token.headersFor(new URL(path, origin).href);
    const answer = await http.send({
      method: 'POST',
      path,
      headers: { ...authorisation, 'content-type': 'application/json; charset=utf-8' },
      body,
      signal,
    });
    if (answer.status === 401) token.forget();
    if (answer.status !== 200) throw toVertexFault(answer);
    return readVertexAnswer(answer);
  }

  return {
    tier: 1,
    provider: 'vertex',
    get model() {
      return { id: `vertex/${modelName}`, configHash };
    },
    async detect({ frame, planogram }, signal) {
      const photo = await photoFor(frame, { maxBytes: maxPhotoBytes, minSidePx }, signal);
      const body = envelope(Buffer.from(photo.bytes).toString('base64'));
      const answer = await callProvider((abort) => predict(body, abort), {
        signal,
        timeoutMs,
        toFault: toNetworkFault,
      });
      const { deployedModelId: answeredBy } = answer;
      if (settings.deployedModelId !== undefined && answeredBy !== settings.deployedModelId)
        throw new TierFault(
          'CONFIGURATION',
          `deployed model ${answeredBy} answered, but ${settings.deployedModelId} is configured`,
        );
      modelName = answeredBy ?? modelName;
      const isFull = answer.boxes.length >= maxPredictions;
      const { realogram, dropped } = toRealogram(answer.boxes, { labels, planogram, isFull });
      if (dropped > 0) events.onDropped?.({ provider: 'vertex', boxes: dropped });
      return realogram;
    },
    stop: () => http.close(),
  };
}
