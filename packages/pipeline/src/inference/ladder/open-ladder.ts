import { hostname } from 'node:os';
import { createFleetBreaker, type FleetBreaker } from '../../breakers/model/fleet-breaker.ts';
import type { SharedBreakerState } from '../../breakers/model/shared-breaker-state.ts';
import type { Log } from '../../telemetry/log.ts';
import { threadedTier } from '../thread/threaded-tier.ts';
import type { TierVariables } from '../tier-settings.ts';
import { createHeuristicTier } from '../tiers/heuristic/heuristic-tier.ts';
import { noThreshold } from './acceptance-threshold.ts';
import { openTier1 } from './open-tier1.ts';
import { openTier2 } from './open-tier2.ts';
import type { LadderStep } from './run-ladder.ts';

export interface OpenLadder {
  /** In the order in which they are called; the last one is the fallback. */
  steps: LadderStep[];
  stop(): Promise<void>;
}

/**
 * A photo in which the planogram is not found takes up to 16 s of one core. A busy machine may need ten times as long; a thread that
 * exceeds this is assumed to hang.
 */
const heuristicTimeoutMs = 180_000;

/** Opens the tiers that the environment names, each with its breaker, and tier 3 as the last resort. */
export async function openLadder(
  env: TierVariables,
  sharedState: SharedBreakerState,
  log: Log,
): Promise<OpenLadder> {
  const breaker = (name: string): FleetBreaker =>
    createFleetBreaker(name, {
      sharedState,
      owner: `${hostname()}-${process.pid}`,
      now: () => performance.now(),
      random: Math.random,
      onSharedStateLost: (err) =>
        log.warn({ err, breaker: name }, 'shared breaker state unreachable; using local breaker'),
    });
  const cloud = await openTier1(env, {
    onDropped: (dropped) => log.warn(dropped, 'dropped invalid boxes from tier response'),
  });
  const edge = await openTier2(env);
  const heuristic = threadedTier(
    createHeuristicTier(),
    {
      module: new URL('../tiers/heuristic/heuristic-tier.ts', import.meta.url).href,
      factory: createHeuristicTier.name,
    },
    { timeoutMs: heuristicTimeoutMs },
  );
  const steps: LadderStep[] = [];
  if (cloud)
    steps.push({
      tier: cloud,
      breaker: breaker(`${cloud.provider}/detect`),
      threshold: {
        minDetections: env.TIER1_MIN_DETECTIONS,
        minMeanConfidence: env.TIER1_MIN_MEAN_CONFIDENCE,
      },
    });
  if (edge)
    steps.push({
      tier: edge,
      // A model file missing on one machine is no evidence about other machines.
      breaker: breaker(edge.provider === 'onnx' ? `onnx/detect@${hostname()}` : `${edge.provider}/detect`),
      threshold: { minDetections: env.EDGE_MIN_DETECTIONS, minMeanConfidence: env.EDGE_MIN_MEAN_CONFIDENCE },
    });
  steps.push({ tier: heuristic, breaker: null, threshold: noThreshold });
  return {
    steps,
    stop: async () => void (await Promise.all([cloud?.stop(), edge?.stop(), heuristic.stop()])),
  };
}
