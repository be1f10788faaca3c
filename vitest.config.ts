import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/.next/**', '.gondola/**', 'e2e/**'],
    globalSetup: ['packages/testkit/src/postgres/postgres-for-tests.ts'],
    // Each worker may itself start servers and child processes; two keep a small machine responsive.
    maxWorkers: 2,
    // The files of a worker share its process and modules, which saves two fifths of the processor time. A test that needs a
    // process of its own starts one.
    isolate: false,
    // A loaded two-core machine, not the speed of the code: starting a database or a decoder process takes seconds there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    passWithNoTests: false,
    // Else Node loads graphql for it a second time, from another file, and each refuses the other's types.
    server: { deps: { inline: ['@graphql-inspector/core'] } },
  },
});
