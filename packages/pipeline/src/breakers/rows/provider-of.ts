/** The provider that a breaker stands before: `rekognition` of `rekognition/detect`. Attempts are recorded under it. */
export const providerOf = (breaker: string): string => breaker.split('/')[0] ?? breaker;
