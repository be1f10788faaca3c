import { defineConfig } from 'vitest/config';

const include = ['**/*.test.ts', '**/*.test.tsx'];
const exclude = ['**/node_modules/**', '**/.next/**', '.gondola/**', 'e2e/**'];

export default defineConfig({
  test: {
    globalSetup: ['packages/testkit/src/postgres/postgres-for-tests.ts'],
    // Each worker may itself start servers and child processes; two keep a small machine responsive.
    maxWorkers: 2,
    // The files of a worker share its process and modules, which saves two fifths of the processor time. A test that needs a
    // process of its own starts one. The API's files do not share: its library for sign-in counts tries for the whole process.
    projects: [
      { extends: true, test: { name: 'api', include: ['apps/api/**/*.test.ts'], exclude, isolate: true } },
      {
        extends: true,
        test: { name: 'rest', include, exclude: [...exclude, 'apps/api/**'], isolate: false },
      },
    ],
    // A loaded two-core machine, not the speed of the code: starting a database or a decoder process takes seconds there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    passWithNoTests: false,
    // Else Node loads graphql for it a second time, from another file, and each refuses the other's types.
    server: { deps: { inline: ['@graphql-inspector/core'] } },
  },
});
