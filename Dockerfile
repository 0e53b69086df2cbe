# One image for all services; the command chooses: `node apps/prepare/dist/main.js`.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NX_DAEMON=false NX_TUI=false

FROM base AS manifests
COPY . .
# Only what npm reads, so that packages are installed again only when one of these changes.
RUN find apps libs infra -type f ! -name package.json -delete && find apps libs infra -type d -empty -delete \
 && rm -f nx.json tsconfig.json .swcrc

FROM base AS build
COPY --from=manifests /app ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM base AS production
COPY --from=manifests /app ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional --no-audit --no-fund \
 && find node_modules -name '*.map' -delete
COPY --from=build /app/apps ./apps
COPY --from=build /app/libs ./libs
COPY --from=build /app/infra ./infra
RUN find apps libs infra -type d -name src -prune -exec rm -rf {} +

FROM base
# As in infra/local/src/processes/node-options.ts, where it says why.
ENV NODE_ENV=production NODE_OPTIONS="--enable-source-maps --max-semi-space-size=4"
COPY --from=production --chown=root:root /app ./
# The only place where anything is written: the fictional register, by the setup of a demonstration.
RUN mkdir .local && chown node:node .local
USER node
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-e", "console.error('Name a service: node apps/prepare/dist/main.js'); process.exit(64)"]
