import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { time } from "./time.ts";

const cookiesEach = 20;

function provider(number: number): string {
  const cookies = Array.from({ length: cookiesEach }, (_, index) => {
    const name = index % 5 === 0 ? `p${number}_${index}_*` : `p${number}_${index}`;
    const statistics = index % 2 === 0;
    return `  - name: "${name}"
    function: ${statistics ? "audience-measurement" : "session-keeping"}
    purposes: [${statistics ? "measure-audience" : "remember-user"}]
    duration: ${statistics ? "13 months" : "session"}
`;
  });
  return `name: Provider ${number}\nrecipients: []\ncookies:\n${cookies.join("")}`;
}

/** A project of so many providers, fifty to a site. */
function generate(providers: number): string {
  const folder = mkdtempSync(join(tmpdir(), "cookie-ledger-bench-"));
  for (const name of ["providers", "sites"])
    mkdirSync(join(folder, "data", name), { recursive: true });
  for (let number = 0; number < providers; number += 1)
    writeFileSync(join(folder, `data/providers/p${number}.yaml`), provider(number));
  for (let first = 0; first < providers; first += 50) {
    const ids = Array.from(
      { length: Math.min(50, providers - first) },
      (_, index) => `p${first + index}`,
    );
    writeFileSync(
      join(folder, `data/sites/s${first}.yaml`),
      `name: Site\nurl: https://s${first}.example\nlanguages: [en]\nproviders: [${ids.join(", ")}]\n`,
    );
  }
  return folder;
}

const load = join(import.meta.dirname, "load.ts");

for (const providers of [200, 2000]) {
  const folder = generate(providers);
  const whole = time(["bin/cookie-ledger.js", "lint", "--project", folder]);
  const loading = time(["--import", "tsx", load, folder]);
  const cookies = providers * cookiesEach;
  console.log(
    `${cookies} cookies: lint ${whole.seconds.toFixed(2)} s, ${whole.megabytes.toFixed(0)} MB; without the rules ${loading.seconds.toFixed(2)} s, ${loading.megabytes.toFixed(0)} MB`,
  );
  rmSync(folder, { recursive: true });
}
