export { type ApiEnv, readEnv } from './env.ts';
export { seedDemoPeople } from './seed-demo-people.ts';
export { type RunningApi, startApi } from './start-api.ts';
