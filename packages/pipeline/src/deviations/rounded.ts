/** Returns a share with four decimals, which is a hundredth of a point. */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
