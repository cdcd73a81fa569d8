interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What a package.json says; nothing where it is no JSON or none is there. */
function read(text: string | undefined): Manifest {
  try {
    return (JSON.parse(text ?? "{}") as Manifest | null) ?? {};
  } catch {
    return {};
  }
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const scripts = {
  lint: "cookie-ledger lint",
  dev: "cookie-ledger dev",
  build: "cookie-ledger build",
} as const;

/** The package.json of a new project, with the version of this package that it is made for. */
export const writeManifest = (version: string): string =>
  json({ private: true, scripts, devDependencies: { "cookie-ledger": version } });

/** Whether a package.json names this package among what its own package needs. */
export function dependsOnUs(text: string | undefined): boolean {
  const { dependencies = {}, devDependencies = {} } = read(text);
  return "cookie-ledger" in { ...dependencies, ...devDependencies };
}

/** The scripts that a package.json lacks, as words for `npm pkg set`; under other names where it has one of the name. */
export function scriptsToAdd(text: string): string[] {
  const { scripts: own = {} } = read(text);
  const isTaken = Object.keys(scripts).some((name) => name in own);
  return Object.entries(scripts)
    .filter(([, line]) => !Object.values(own).includes(line))
    .map(([name, line]) => `"scripts.${isTaken ? `cookies:${name}` : name}=${line}"`);
}
