# One image for api, worker, web and migrations; docker-compose.yml says which of them a container is.
# The same Node as the `node` package in package.json.
FROM node:24.21.0-slim AS build
WORKDIR /app
# Dependencies first: they change less often than the sources.
COPY package.json package-lock.json .npmrc ./
COPY drizzle/package.json drizzle/
COPY packages/pipeline/package.json packages/pipeline/
COPY packages/simulator/package.json packages/simulator/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/
# The install ends with a script of ours, which finds no web app to build yet.
COPY scripts scripts/
RUN npm ci
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN npm run build --workspace @gondola/web

FROM node:24.21.0-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build /app /app
# /data holds the photos (the volume takes over its owner); Next.js writes into its cache.
RUN mkdir -p /data apps/web/.next/cache && chown -R node:node /data apps/web/.next/cache
USER node
CMD ["node", "apps/api/src/main.ts"]
