# The command in an image:                  docker build --target plain --tag cookie-ledger .
# With Chromium, for `audit --browse`:      docker build --target chromium --tag cookie-ledger:chromium .
# In the folder of a project:               docker run --rm --volume "$PWD:/work" cookie-ledger lint

FROM node:24-alpine AS package
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run package && mkdir /package && mv cookie-ledger-*.tgz /package/cookie-ledger.tgz

FROM node:24-alpine AS plain
COPY --from=package /package /package
RUN npm install --global /package/cookie-ledger.tgz && rm -r /package && npm cache clean --force
WORKDIR /work
USER node
ENTRYPOINT ["cookie-ledger"]

FROM plain AS chromium
USER root
RUN apk add --no-cache chromium font-noto font-noto-cjk font-noto-arabic
RUN npm install --global playwright-core@1.65.1 @duckduckgo/autoconsent@16.23.0 && npm cache clean --force
USER node

# What `docker build` makes without --target.
FROM plain
