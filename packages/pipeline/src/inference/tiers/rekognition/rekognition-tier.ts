import { DetectCustomLabelsCommand, RekognitionClient } from '@aws-sdk/client-rekognition';
import { configHashOf } from '../../config-hash.ts';
import type { LabelSettings } from '../../labels/labels.ts';
import { toRealogram } from '../../labels/labels-realogram.ts';
import { photoFor } from '../../remote/photo-for-provider.ts';
import { callProvider } from '../../remote/provider-call.ts';
import type { RemoteTier, RemoteTierEvents } from '../../remote/remote-tier.ts';
import { readRekognitionAnswer } from './rekognition-answer.ts';
import { toRekognitionFault } from './rekognition-errors.ts';

/** Rekognition takes 5 MB inline; it can be read as 5,000,000 or 5 MiB, and the smaller holds either way. */
const maxPhotoBytes = 5_000_000;
/** Rekognition refuses images with a shorter side. */
const minSidePx = 80;

export interface RekognitionSettings {
  region: string;
  /** `arn:aws:rekognition:<region>:<account>:project/<name>/version/<name>/<created>`. */
  projectVersionArn: string;
  /** 0..100, as Rekognition counts: labels below are not returned. */
  minConfidence: number;
  maxResults: number;
  timeoutMs: number;
  maxConnections: number;
  /** For tests, private endpoints and the sandbox; the region's own when absent. */
  endpoint?: string;
  labels: LabelSettings;
}

/**
 * Tier 1 by an AWS Rekognition Custom Labels model. Credentials come from the SDK's default chain (environment, shared
 * files, container, instance). Calls once; retries belong to the pipeline.
 */
export function createRekognitionTier(
  settings: RekognitionSettings,
  events: RemoteTierEvents = {},
): RemoteTier {
  const { region, projectVersionArn, minConfidence, maxResults, timeoutMs, labels } = settings;
  const client = new RekognitionClient({
    region,
    maxAttempts: 1,
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    requestHandler: {
      connectionTimeout: timeoutMs,
      httpAgent: { keepAlive: true, maxSockets: settings.maxConnections },
      httpsAgent: { keepAlive: true, maxSockets: settings.maxConnections },
    },
  });
  return {
    tier: 1,
    provider: 'rekognition',
    model: {
      id: `rekognition/${versionOf(projectVersionArn)}`,
      configHash: configHashOf({ projectVersionArn, minConfidence, maxResults, labels, maxPhotoBytes }),
    },
    async detect({ frame, planogram }, signal) {
      const photo = await photoFor(frame, { maxBytes: maxPhotoBytes, minSidePx }, signal);
      const answer = await callProvider(
        async (abortSignal) => {
          const command = new DetectCustomLabelsCommand({
            ProjectVersionArn: projectVersionArn,
            Image: { Bytes: photo.bytes },
            MaxResults: maxResults,
            MinConfidence: minConfidence,
          });
          return readRekognitionAnswer(await client.send(command, { abortSignal }));
        },
        { signal, timeoutMs, toFault: toRekognitionFault },
      );
      const isFull = answer.returned >= maxResults;
      const { realogram, dropped } = toRealogram(answer.boxes, { labels, planogram, isFull });
      if (dropped > 0) events.onDropped?.({ provider: 'rekognition', boxes: dropped });
      return realogram;
    },
    stop: async () => client.destroy(),
  };
}

/** The version's name and the time of its making: what follows `/version/`. */
const versionOf = (arn: string): string => arn.split('/version/')[1] ?? arn;
