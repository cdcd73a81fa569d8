import { rmSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "./prepare.ts";
import { cookiesEach, generateProviders } from "./project/many-cookies.ts";
import { time } from "./time.ts";

const load = join(import.meta.dirname, "load.ts");

for (const providers of [200, 2000]) {
  const folder = freshFolder();
  generateProviders(folder, providers);
  const whole = time(["bin/cookie-ledger.js", "lint", "--project", folder]);
  const loading = time(["--import", "tsx", load, folder]);
  const cookies = providers * cookiesEach;
  console.log(
    `${cookies} cookies: lint ${whole.seconds.toFixed(2)} s, ${whole.megabytes.toFixed(0)} MB; without the rules ${loading.seconds.toFixed(2)} s, ${loading.megabytes.toFixed(0)} MB`,
  );
  rmSync(folder, { recursive: true });
}
