/** Where the real photos and files are, for tests: `GONDOLA_REAL_DATA`, or beside the repository. */
export const readRealDataEnv = (source: NodeJS.ProcessEnv = process.env) => ({
  folder: source.GONDOLA_REAL_DATA ?? null,
  inCi: source.CI === 'true',
});
