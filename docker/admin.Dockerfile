# The dashboard, served by nginx, which passes everything else on to the api.
ARG NODE_VERSION=24
ARG NGINX_VERSION=stable

FROM node:${NODE_VERSION}-bookworm-slim AS build
ENV CI=1 npm_config_update_notifier=false
WORKDIR /src
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npm install --global "$(node -p "require('./package.json').packageManager")"
COPY packages/shared/package.json packages/shared/
COPY apps/admin/package.json apps/admin/
RUN pnpm install --frozen-lockfile --filter @gemini-balance/shared --filter @gemini-balance/admin
COPY tsconfig.base.json ./
COPY scripts/mark-esm.mjs scripts/
COPY packages/shared packages/shared
COPY apps/admin apps/admin
RUN pnpm --filter @gemini-balance/shared --filter @gemini-balance/admin run build

FROM nginx:${NGINX_VERSION}-alpine-slim
WORKDIR /app
COPY docker/nginx.conf docker/serve-dashboard.sh ./
COPY docker/nginx nginx
COPY --from=build /src/apps/admin/dist dashboard
USER 1000:1000
EXPOSE 8000
# Lets open replies finish; SIGTERM would cut them.
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8000/health"]
ENTRYPOINT ["/bin/sh", "/app/serve-dashboard.sh"]
