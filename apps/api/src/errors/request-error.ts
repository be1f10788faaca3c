import { GraphQLError } from 'graphql';

type RequestErrorCode = 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN';

/** A request that cannot be answered because of the caller. Its message is shown; every other error is masked. */
export const requestError = (code: RequestErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
