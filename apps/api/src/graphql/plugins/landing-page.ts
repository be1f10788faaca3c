import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from '../../context.ts';

/** Shows a person who opens the address in a browser what answers there. Programs never get this page. */
export const landingPage = ({
  introspection,
}: {
  introspection: boolean;
}): ApolloServerPlugin<ApiContext> => ({
  async serverWillStart() {
    return { renderLandingPage: async () => ({ html: pageOf(introspection) }) };
  },
});

const pageOf = (introspection: boolean): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gondola GraphQL API</title>
<h1>Gondola GraphQL API</h1>
<p>This address answers GraphQL requests of programs. The screens of Gondola are on the port of the web app.</p>
<p>The schema is <code>apps/api/schema.graphql</code> in the repository. ${
  introspection
    ? 'Introspection is on here.'
    : 'Introspection is off here (<code>GRAPHQL_INTROSPECTION</code>).'
}</p>
<p>Ask by POST: <code>curl -H 'content-type: application/json' -d '{"query":"{ viewer { kind } }"}' ADDRESS</code></p>
<p>A device sends its key: <code>Authorization: Bearer gnd_…</code>. With a key, queries may come by GET too.</p>
<p>A person signs in: <code>POST /auth/sign-in/email</code> with <code>email</code> and <code>password</code> as JSON sets the session's cookie.
With a cookie, a query by GET needs the header <code>Apollo-Require-Preflight: 1</code>, which no other site can send.</p>
</html>
`;
