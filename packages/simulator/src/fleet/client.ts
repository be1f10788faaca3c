/** The door for other programs that speak to the API as a device or a person does; draws nothing. */
export { type ApiClient, ApiRefusal, createApiClient } from './api-client.ts';
export { signIn } from './sign-in.ts';
