/** Returns the address of a version's screen, compared with another version if one is given. */
export const versionPath = (label: string, against?: string): string =>
  `/planograms/${encodeURIComponent(label)}${against === undefined ? '' : `?against=${encodeURIComponent(against)}`}`;
