/** The address of a version's screen, beside another version where one is given. */
export const versionPath = (label: string, against?: string): string =>
  `/planograms/${encodeURIComponent(label)}${against === undefined ? '' : `?against=${encodeURIComponent(against)}`}`;
