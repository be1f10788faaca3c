/** The one file of the web app that reads the environment; at request time, so that one build serves any deployment. */

/** Origin of the API, as this server reaches it. Browsers never see it: they talk to this server alone. */
export const apiOrigin = (): string => process.env.API_URL ?? 'http://127.0.0.1:4000';

export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
