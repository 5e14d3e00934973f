#!/bin/sh
# Lint the JavaScript and check its types.
set -eu
cd "$(dirname "$0")/../.."
packages=.cache/js/node_modules

sh tools/npm.sh tools/js js "phép kiểm tra JavaScript"
sh tools/node.sh node "$packages/eslint/bin/eslint.js" --max-warnings 0 .
for project in tsconfig.json tests/tsconfig.json; do
    sh tools/node.sh node "$packages/typescript/bin/tsc" --project "$project"
done
