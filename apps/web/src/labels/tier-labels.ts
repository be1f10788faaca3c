const names: Record<number, string> = { 1: 'cloud', 2: 'edge', 3: 'heuristic' };

/** Returns a tier's label, such as "Tier 3, heuristic". */
export const tierLabel = (tier: number): string => `Tier ${tier}, ${names[tier] ?? 'unknown'}`;
