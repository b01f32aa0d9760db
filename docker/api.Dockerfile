# The api alone: what clients call, and the REST of the dashboard. admin.Dockerfile makes what stands in front of it.
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
# The headers of Node lie in the image: node-gyp need not fetch them where it compiles SQLite.
ENV CI=1 npm_config_nodedir=/usr/local npm_config_update_notifier=false
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++
WORKDIR /src
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npm install --global "$(node -p "require('./package.json').packageManager")"
COPY packages/shared/package.json packages/shared/
COPY apps/api/package.json apps/api/
RUN pnpm install --frozen-lockfile --filter @gemini-balance/shared --filter @gemini-balance/api
COPY tsconfig.base.json ./
COPY scripts/mark-esm.mjs scripts/
COPY packages/shared packages/shared
COPY apps/api apps/api
RUN pnpm --filter @gemini-balance/shared --filter @gemini-balance/api run build
COPY docker/deploy-api.sh docker/
RUN sh docker/deploy-api.sh /out

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/app/data
WORKDIR /app
RUN install --directory --owner 1000 --group 1000 --mode 700 data
COPY docker/is-healthy.mjs ./
COPY --from=build /out ./
USER 1000:1000
VOLUME /app/data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "is-healthy.mjs"]
CMD ["node", "apps/api/dist/main.js"]
