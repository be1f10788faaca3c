import type { CurrentBreaker, TierFigures } from './read-inference.ts';

/** One provider of a tier: its figures of the last hour, and its breakers. */
export interface ProviderSummary {
  provider: string;
  /** Null when the provider had no call for a day and only its breaker is left. */
  figures: TierFigures | null;
  breakers: CurrentBreaker[];
}

export interface TierSummary {
  tier: number;
  /** Empty when no worker called this tier for a day and no breaker belongs to it. */
  providers: ProviderSummary[];
}

export interface TierSummaries {
  tiers: TierSummary[];
  /** Breakers of providers that fit more than one tier and had no call for a day. */
  strays: CurrentBreaker[];
}

/** Providers that fit one tier only. */
const onlyTierOf: Record<string, number> = { rekognition: 1, vertex: 1, onnx: 2 };

export const providerOf = (breaker: string): string => breaker.split('/')[0] ?? breaker;

/** Returns all three tiers, each with its providers and their breakers, in use or not. */
export function summariseTiers(
  figures: readonly TierFigures[],
  breakers: readonly CurrentBreaker[],
): TierSummaries {
  const seen = new Set(figures.map(({ provider }) => provider));
  const uncalled = breakers.filter(({ name }) => !seen.has(providerOf(name)));
  const breakersOf = (provider: string) => breakers.filter(({ name }) => providerOf(name) === provider);
  const tiers = [1, 2, 3].map((tier): TierSummary => {
    const called = figures
      .filter((row) => row.tier === tier)
      .map((row) => ({ provider: row.provider, figures: row, breakers: breakersOf(row.provider) }));
    const uncalledProviders = new Set(
      uncalled.map(({ name }) => providerOf(name)).filter((provider) => onlyTierOf[provider] === tier),
    );
    return {
      tier,
      providers: [
        ...called,
        ...[...uncalledProviders].map((provider) => ({
          provider,
          figures: null,
          breakers: breakersOf(provider),
        })),
      ],
    };
  });
  return { tiers, strays: uncalled.filter(({ name }) => onlyTierOf[providerOf(name)] === undefined) };
}

/** Returns the tiers that receive the photos while a provider is isolated: the next tiers in use, and always tier 3. */
export function nextTiers({ tiers }: TierSummaries, breaker: string): number[] {
  const provider = providerOf(breaker);
  const own = tiers.find(({ providers }) => providers.some((each) => each.provider === provider));
  return tiers
    .filter(({ tier, providers }) => tier > (own?.tier ?? 1) && (tier === 3 || providers.length > 0))
    .map(({ tier }) => tier);
}
