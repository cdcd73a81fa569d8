import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { time } from "./time.ts";

const cookiesEach = 20;

/** Literals and patterns of every build: with a star at the end, at the front, between, and around. */
function nameOf(number: number): string {
  const forms = [
    `name_${number}`,
    `start_${number}_*`,
    `*_end_${number}`,
    `from_${number}_*_to`,
    `*_mid_${number}_*`,
  ];
  return forms[number % forms.length]!;
}

function provider(first: number): string {
  const cookies = Array.from(
    { length: cookiesEach },
    (_, index) => `  - name: "${nameOf(first + index)}"
    function: audience-measurement
    purposes: [measure-audience]
    duration: 30 days
`,
  );
  return `name: Provider\nrecipients: []\ncookies:\n${cookies.join("")}`;
}

/** A cookies.txt; one cookie in a hundred is declared by nobody. */
function jar(observations: number, patterns: number): string {
  const expires = Math.round(Date.now() / 1000) + 30 * 86_400;
  const lines = Array.from({ length: observations }, (_, index) => {
    const pattern = nameOf(index % patterns);
    const name = index % 100 === 0 ? `stray.${index}` : pattern.replaceAll("*", `x${index}`);
    return `www.site.example\tFALSE\t/${index}\tTRUE\t${expires}\t${name}\tvalue`;
  });
  return `# Netscape HTTP Cookie File\n${lines.join("\n")}\n`;
}

/** A project of one site that declares so many patterns, and evidence of so many observations. */
function generate(observations: number, patterns: number): string {
  const folder = mkdtempSync(join(tmpdir(), "cookie-ledger-bench-"));
  for (const name of ["providers", "sites"])
    mkdirSync(join(folder, "data", name), { recursive: true });
  const ids = Array.from({ length: patterns / cookiesEach }, (_, index) => `p${index}`);
  for (const [index, id] of ids.entries())
    writeFileSync(join(folder, `data/providers/${id}.yaml`), provider(index * cookiesEach));
  const site = `name: Site\nurl: https://www.site.example\nlanguages: [en]\nproviders: [${ids.join(", ")}]\n`;
  writeFileSync(join(folder, "data/sites/site.yaml"), site);
  writeFileSync(join(folder, "jar.txt"), jar(observations, patterns));
  return folder;
}

for (const [observations, patterns] of [
  [10_000, 1000],
  [50_000, 5000],
  [100_000, 10_000],
] as const) {
  const folder = generate(observations, patterns);
  const words = ["audit", "--project", folder, "--site", "site", join(folder, "jar.txt")];
  const { seconds, megabytes } = time(["bin/cookie-ledger.js", ...words]);
  console.log(
    `${observations} observations, ${patterns} patterns: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
  );
  rmSync(folder, { recursive: true });
}
