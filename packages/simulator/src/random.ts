/** A deterministic random generator: the same seed gives the same shelf, pack and photo on every machine. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Returns an integer, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Returns a normally distributed value, mean 0, deviation 1. */
  normal(): number;
  pick<T>(choices: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  /** Returns an independent generator for a named part, so that a change in one part leaves the others unchanged. */
  fork(part: string): Random;
}

/** Returns FNV-1a over UTF-16 units, which spreads short, similar names well enough to seed a generator. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Creates a generator from a seed. */
export function createRandom(seed: string | number): Random {
  const name = String(seed);
  let state = hashOf(name);

  /** Advances a Weyl sequence through an integer mixer: 32 bits of state suffice for a few thousand draws a photo. */
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));

  return {
    next,
    whole,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (choices) => {
      const choice = choices[whole(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError('nothing to pick from');
      return choice;
    },
    shuffled: (items) => {
      const keyed = items.map((item) => ({ item, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
    fork: (part) => createRandom(`${name}/${part}`),
  };
}
