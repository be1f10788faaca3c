/** Returns the effect of a change of waivers on existing scores. */
export const affectedLabel = (captures: number): string =>
  captures === 0
    ? 'No capture under review would be scored differently.'
    : `${captures === 1 ? '1 capture' : `${captures} captures`} under review would be scored differently. Start a batch to score ${captures === 1 ? 'it' : 'them'} again.`;
