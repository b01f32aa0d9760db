#!/bin/sh
# Puts the built api into a directory with what it needs to run, and nothing else. Run in the workspace, while an image is made.
set -eu
target=$1/apps/api

pnpm --filter @gemini-balance/api deploy --prod /deployed
mkdir -p "$target"
cd /deployed
mv package.json openapi.json dist node_modules "$target"

cd "$target"
# What SQLite was compiled from, and what only compilers, debuggers and readers look at.
rm -rf node_modules/sqlite3/deps node_modules/sqlite3/src node_modules/sqlite3/build/Release/obj* node_modules/sqlite3/build/Release/*.a
find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
