/** Returns how much better the other version fits, such as "52 points better"; both scores are 0..1. */
export const marginLabel = (pinnedScore: number, betterScore: number): string => {
  const points = Math.round((betterScore - pinnedScore) * 100);
  return `${points} ${points === 1 ? 'point' : 'points'} better`;
};
