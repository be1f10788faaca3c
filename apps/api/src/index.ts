export { type ApiEnv, apiVariableNames, readEnv } from './env.ts';
export { type RunningApi, startApi } from './server/start-api.ts';
