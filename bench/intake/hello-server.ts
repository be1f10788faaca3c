import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

/**
 * Runs an empty mutation on the same server stack, in a process of its own: the minimum cost of the API. Prints its
 * port, and ends when standard input closes.
 */
const apollo = new ApolloServer({
  typeDefs: `type Query { hello: String! } type Mutation { hello(input: String!): String! }`,
  resolvers: { Mutation: { hello: (_: unknown, { input }: { input: string }) => `hello ${input}` } },
  csrfPrevention: true,
  stopOnTerminationSignals: false,
});
await apollo.start();
const app = express();
app.disable('x-powered-by');
app.use('/graphql', express.json(), expressMiddleware(apollo));
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.resume().once('close', () => process.exit(0));
