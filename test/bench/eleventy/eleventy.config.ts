import { revealBorrowed } from "../../../src/site/page/borrowed-words.ts";
import { readSites } from "./model.ts";

interface Config {
  setNunjucksEnvironmentOptions(options: Readonly<Record<string, boolean>>): void;
  addGlobalData(name: string, value: unknown): void;
  addTransform(name: string, transform: (content: string) => string): void;
}

/** What `cookie-ledger` does with its Nunjucks. */
const options = { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true };

/** A plain Eleventy project: global data from YAML, and a paginated template for each kind of file. */
export default function configure(config: Config) {
  config.setNunjucksEnvironmentOptions(options);
  config.addTransform("borrowed", revealBorrowed);
  const sites = readSites(process.env["BENCH_PROJECT"]!, process.env["BENCH_INSTALLED"]!);
  config.addGlobalData(
    "policies",
    sites.flatMap(({ id, languages, policy }) =>
      languages.map((tag) => ({ path: `${id}/${tag}/index.html`, ...policy(tag) })),
    ),
  );
  config.addGlobalData(
    "choices",
    sites.map(({ id, choice, headers }) => ({ id, headers: headers(), ...choice() })),
  );
}
