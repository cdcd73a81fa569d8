#!/usr/bin/env node
import { existsSync } from "node:fs";

// A checkout runs its source through tsx; the package brings compiled JavaScript and no source.
const source = new URL("../src/cli.ts", import.meta.url);
if (existsSync(source)) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(source.href);
} else {
  await import("../dist/code/cli.js");
}
