import type { Frame } from '../images/frame.ts';
import { callTier } from '../inference/ladder/call-tier.ts';
import { openTier1 } from '../inference/ladder/open-tier1.ts';
import type { TierInput } from '../inference/tier.ts';
import type { TierVariables } from '../inference/tier-settings.ts';
import type { TierFaultKind } from '../tier-fault-kind.ts';
import type { ProbeReport } from './probe-report.ts';

/** A cold model may take longer than a photo's call is given. */
const timeoutMs = 30_000;

type Provider = NonNullable<TierVariables['TIER1_PROVIDER']>;

/** Where each provider's settings and credentials come from. */
const settingsOf: Record<Provider, string> = {
  rekognition:
    'AWS_REGION, REKOGNITION_PROJECT_VERSION_ARN and the credentials: AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, a profile, or a role',
  vertex:
    'VERTEX_PROJECT, VERTEX_LOCATION, VERTEX_ENDPOINT_ID, VERTEX_DEPLOYED_MODEL_ID and the credentials: VERTEX_KEY_FILE, or the application default credentials',
  kserve: 'KSERVE_URL, KSERVE_MODEL and KSERVE_VERSION',
};

const advice: Record<TierFaultKind, (provider: Provider) => string> = {
  CONFIGURATION: (provider) => `Check ${settingsOf[provider]}.`,
  NOT_READY: () => 'The settings are right. Start the model at the provider; Gondola then uses it by itself.',
  THROTTLED: () =>
    'The settings are right. The quota of the account is used up: raise it, or try again later.',
  TRANSIENT: (provider) =>
    `Try again. If the fault stays, check the network between this machine and the provider, TIER1_ENDPOINT, and ${settingsOf[provider]}.`,
  PERMANENT_INPUT: (provider) =>
    `The provider was reached and refused the test picture. Check that the model takes photos as described in docs/models.md, and ${settingsOf[provider]}.`,
  ABORTED: () => 'Try again.',
};

/** Sends one small test picture to the configured tier 1, as a worker sends a photo. The provider may charge for the call. */
export async function probeTier1(env: TierVariables): Promise<ProbeReport> {
  const { TIER1_PROVIDER: provider } = env;
  if (provider === undefined)
    return { works: false, lines: ['Tier 1 is not configured: TIER1_PROVIDER is not set.'] };
  const tier = await openTier1(env, {});
  if (tier === null) throw new Error('invariant: a provider without a tier');
  const begun = performance.now();
  const { realogram, fault } = await callTier(tier, testInput(), timeoutMs, new AbortController().signal);
  const took = `${Math.round(performance.now() - begun)} ms`;
  await tier.stop();
  if (fault !== null)
    return {
      works: false,
      lines: [
        `${provider} gave no answer (${fault.kind}, after ${took}): ${fault.message}`,
        advice[fault.kind](provider),
      ],
    };
  return {
    works: true,
    lines: [
      `${provider} answered in ${took}: ${tier.model.id}, ${realogram.detections.length} boxes on a test picture.`,
    ],
  };
}

/** A grey gradient: every provider takes it as a photo, and no model finds much on it. */
function testInput(): TierInput {
  const frame: Frame = { data: new Uint8Array(640 * 480 * 3), width: 640, height: 480 };
  for (let i = 0; i < frame.data.length; i += 1) frame.data[i] = (Math.floor(i / 3) % frame.width) % 256;
  const planogram = { widthMm: 1000, heightMm: 2000, shelves: [], positions: [], products: [] };
  return { frame, planogram, references: new Map() };
}
