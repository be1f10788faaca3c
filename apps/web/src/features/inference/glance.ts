import type { BreakerNow, TierFigures } from './read-inference.ts';

/** One provider of a tier: what it did during the last hour, and the breakers before it. */
export interface ProviderGlance {
  provider: string;
  /** Null when nobody has asked it for a day, and only its breaker is left. */
  figures: TierFigures | null;
  breakers: BreakerNow[];
}

export interface TierGlance {
  tier: number;
  /** Empty when no worker has asked this tier for a day and no breaker tells of it. */
  providers: ProviderGlance[];
}

export interface Glance {
  tiers: TierGlance[];
  /** Of providers that may stand in more than one tier and have not been asked for a day. */
  strays: BreakerNow[];
}

/** Providers that can stand in one tier alone. */
const onlyTierOf: Record<string, number> = { rekognition: 1, vertex: 1, onnx: 2 };

export const providerOf = (breaker: string): string => breaker.split('/')[0] ?? breaker;

/** All three tiers, each with its providers and their breakers, whether they were asked or not. */
export function glanceAt(figures: readonly TierFigures[], breakers: readonly BreakerNow[]): Glance {
  const seen = new Set(figures.map(({ provider }) => provider));
  const unasked = breakers.filter(({ name }) => !seen.has(providerOf(name)));
  const breakersOf = (provider: string) => breakers.filter(({ name }) => providerOf(name) === provider);
  const tiers = [1, 2, 3].map((tier): TierGlance => {
    const asked = figures
      .filter((row) => row.tier === tier)
      .map((row) => ({ provider: row.provider, figures: row, breakers: breakersOf(row.provider) }));
    const quiet = new Set(
      unasked.map(({ name }) => providerOf(name)).filter((provider) => onlyTierOf[provider] === tier),
    );
    return {
      tier,
      providers: [
        ...asked,
        ...[...quiet].map((provider) => ({ provider, figures: null, breakers: breakersOf(provider) })),
      ],
    };
  });
  return { tiers, strays: unasked.filter(({ name }) => onlyTierOf[providerOf(name)] === undefined) };
}

/** Where photos go while a provider of this tier is left out: the next tiers that are asked, tier 3 at the last. */
export function nextTiers({ tiers }: Glance, breaker: string): number[] {
  const provider = providerOf(breaker);
  const own = tiers.find(({ providers }) => providers.some((each) => each.provider === provider));
  return tiers
    .filter(({ tier, providers }) => tier > (own?.tier ?? 1) && (tier === 3 || providers.length > 0))
    .map(({ tier }) => tier);
}
