import { signIn } from '@gondola/simulator/client';

/**
 * Signs in with the Origin of the web app, as a browser does, and prints the newest captures. A process of its own: the
 * certificate of a test's proxy is trusted by an environment variable only.
 *
 *   node list-captures.ts <address of the web app> <e-mail> <password>
 */
const [url = '', email = '', password = ''] = process.argv.slice(2);
const once = { tries: 1, firstPauseMs: 0, maxPauseMs: 0 };
const client = await signIn(url, { email, password, origin: url }, AbortSignal.timeout(30_000), once);
const { captures } = await client.graphql<{ captures: { edges: { node: { id: string; state: string } }[] } }>(
  '{ captures(first: 20) { edges { node { id state } } } }',
  {},
);
console.log(JSON.stringify(captures.edges.map(({ node: { id, state } }) => `${id} ${state}`).toSorted()));
