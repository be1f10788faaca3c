const names: Record<number, string> = { 1: 'cloud', 2: 'edge', 3: 'heuristic' };

/** Such as "Tier 3, heuristic". */
export const tierWord = (tier: number): string => `Tier ${tier}, ${names[tier] ?? 'unknown'}`;

const outcomes: Record<string, string> = {
  OK: 'Answered',
  TRANSIENT: 'Failed for the moment',
  THROTTLED: 'Refused: too many requests',
  PERMANENT_INPUT: 'Cannot read this photo',
  CONFIGURATION: 'Not set up correctly',
  NOT_READY: 'Not ready',
  ABORTED: 'Cut off: took too long',
  BREAKER_OPEN: 'Skipped: breaker open',
};

/** An attempt's outcome in words; an outcome this app does not know yet is shown as it is. */
export const outcomeWord = (outcome: string): string => outcomes[outcome] ?? outcome;
