const apiPaths = /^\/(?:(?:graphql|uploads|product-images)(?:\/|\?|$)|(?:auth|images)\/)/;

/** Returns whether a request target belongs to the API: this server forwards it and no page has it. */
export const isApiPath = (target: string): boolean => apiPaths.test(target);
