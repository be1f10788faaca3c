/** Entry point for programs that call the API as a device or a person, without loading the drawing code. */
export { type ApiClient, ApiRefusal, createApiClient } from './api-client.ts';
export type { RetryPolicy } from './retry.ts';
export { signIn } from './sign-in.ts';
