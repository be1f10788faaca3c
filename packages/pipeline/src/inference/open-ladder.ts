import { hostname } from 'node:os';
import type { Log } from '../telemetry/log.ts';
import { noFloor } from './answer-floor.ts';
import type { BreakerBook } from './breaker/breaker-book.ts';
import { createFleetBreaker, type FleetBreaker } from './breaker/fleet-breaker.ts';
import type { Rung } from './ladder.ts';
import { openTier1 } from './open-tier1.ts';
import { openTier2 } from './open-tier2.ts';
import { threadedTier } from './thread/threaded-tier.ts';
import type { TierVariables } from './tier-settings.ts';
import { createHeuristicTier } from './tiers/heuristic/heuristic-tier.ts';

export interface OpenLadder {
  /** From the first to be asked to the last resort. */
  rungs: Rung[];
  stop(): Promise<void>;
}

/** No shelf photo takes the heuristic a tenth of this; past it the thread is taken to hang. */
const heuristicTimeoutMs = 60_000;

/** Opens the tiers that the environment names, each with its breaker, and tier 3 as the last resort. */
export async function openLadder(env: TierVariables, book: BreakerBook, log: Log): Promise<OpenLadder> {
  const breaker = (name: string): FleetBreaker =>
    createFleetBreaker(name, {
      book,
      owner: `${hostname()}-${process.pid}`,
      now: () => performance.now(),
      random: Math.random,
      onBookLost: (err) =>
        log.warn({ err, breaker: name }, 'the fleet is out of reach: this worker judges alone'),
    });
  const cloud = await openTier1(env, {
    onDropped: (dropped) => log.warn(dropped, 'boxes that are none were left out of an answer'),
  });
  const edge = await openTier2(env);
  const heuristic = threadedTier(
    createHeuristicTier(),
    {
      module: new URL('./tiers/heuristic/heuristic-tier.ts', import.meta.url).href,
      factory: createHeuristicTier.name,
    },
    { timeoutMs: heuristicTimeoutMs },
  );
  const rungs: Rung[] = [];
  if (cloud)
    rungs.push({
      tier: cloud,
      breaker: breaker(`${cloud.provider}/detect`),
      floor: { minDetections: env.TIER1_MIN_DETECTIONS, minMeanConfidence: env.TIER1_MIN_MEAN_CONFIDENCE },
    });
  if (edge)
    rungs.push({
      tier: edge,
      // A model file that is missing on one machine says nothing about the others.
      breaker: breaker(edge.provider === 'onnx' ? `onnx/detect@${hostname()}` : `${edge.provider}/detect`),
      floor: { minDetections: env.EDGE_MIN_DETECTIONS, minMeanConfidence: env.EDGE_MIN_MEAN_CONFIDENCE },
    });
  rungs.push({ tier: heuristic, breaker: null, floor: noFloor });
  return {
    rungs,
    stop: async () => void (await Promise.all([cloud?.stop(), edge?.stop(), heuristic.stop()])),
  };
}
