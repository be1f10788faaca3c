/** Returns the provider of a breaker: `rekognition` for `rekognition/detect`. Attempts are recorded under it. */
export const providerOf = (breaker: string): string => breaker.split('/')[0] ?? breaker;
