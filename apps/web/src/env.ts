/**
 * The only file of the web app that reads the environment: at request time, so that one build serves any deployment.
 */

/** Returns the API's origin as this server reaches it. Browsers never see it: they talk to this server only. */
export const apiOrigin = (): string => process.env.API_URL || 'http://127.0.0.1:4000';

export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';

/** Settings of the web process from its environment. */
export interface WebEnv {
  host: string;
  port: number;
  apiOrigin: string;
  isDevelopment: boolean;
}

/**
 * Reads the settings of the web process. Without NODE_ENV it is set to `production`, since React and Next.js take any
 * other value for development.
 *
 * @throws Error that names every variable that does not fit.
 */
export function readWebEnv(): WebEnv {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' });
  const { PORT_WEB: port = '3000', HOST: host } = process.env;
  const problems: string[] = [];
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    problems.push(`  PORT_WEB is "${port}": a port is a whole number from 0 to 65535.`);
  const api = URL.parse(apiOrigin());
  if (api === null || !/^https?:$/.test(api.protocol))
    problems.push(
      `  API_URL is "${apiOrigin()}": it is the address of the API, such as http://127.0.0.1:4000.`,
    );
  if (problems.length > 0)
    throw new Error(`The environment does not fit the web app:\n${problems.join('\n')}`);
  return {
    host: host || '127.0.0.1',
    port: Number(port),
    apiOrigin: apiOrigin(),
    isDevelopment: isDevelopment(),
  };
}
