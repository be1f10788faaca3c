/** What a change of waivers means for scores that stand. */
export const affected = (captures: number): string =>
  captures === 0
    ? 'No capture under review would be scored otherwise.'
    : `${captures === 1 ? '1 capture' : `${captures} captures`} under review would be scored otherwise. Start a batch to score ${captures === 1 ? 'it' : 'them'} again.`;
