import { relative, resolve, sep } from "node:path";
import { once } from "../memo.ts";
import { projectFolders } from "../registry/project.ts";
import { addFiles, planOutput } from "../site/build/eleventy.ts";
import { type EleventyConfig, openPages } from "../site/build/eleventy-pages.ts";
import { createParts } from "../site/render/parts.ts";
import { expectedOneOf } from "../source/suggestions.ts";
import { describePolicies } from "../site/render/policies.ts";
import { loadFaultless } from "./load-faultless.ts";
import { addPolicyPages, type PolicyPages } from "./policy-pages.ts";

/** What the plugin is told. */
export interface CookieLedgerOptions {
  /** The folder of the project, as seen from the folder in which Eleventy runs. */
  readonly project: string;
  /** Whole pages in a layout of the host. */
  readonly pages?: readonly PolicyPages[];
  /** Where below the output all files stand that `cookie-ledger build` writes, such as `/policies/`; absent: nowhere. */
  readonly files?: string;
}

/** All that is made of the project in one run of Eleventy. */
function openRun(project: string, base: string, pages: readonly PolicyPages[]) {
  const registry = loadFaultless(project, base);
  const ids = [...registry.sites.keys()];
  const unknown = pages.find(({ site }) => !registry.sites.has(site));
  if (unknown)
    throw new Error(`unknown site "${unknown.site}", ${expectedOneOf(unknown.site, ids)}`);
  return {
    registry,
    policies: once(() => describePolicies(registry)),
    parts: once(() => createParts(registry)),
    plan: once(() => planOutput(registry, ids)),
  };
}

/**
 * The Eleventy plugin: the policies of a project as global data, shortcodes and pages, read anew at every run. It adds
 * to its host and changes nothing of it.
 */
export function cookieLedger(config: EleventyConfig, options: CookieLedgerOptions): void {
  const { pages = [], files } = options;
  const base = resolve();
  const project = resolve(options.project);
  let run: ReturnType<typeof openRun> | undefined;
  // Eleventy reads global data before its first run, too.
  const now = () => (run ??= openRun(project, base, pages));
  config.on("eleventy.before", () => {
    run = undefined;
    now();
  });
  const path = relative(base, project)
    .split(sep)
    .filter((part) => part !== "");
  // As patterns: to Eleventy 4 a folder is but itself.
  for (const folder of projectFolders) config.addWatchTarget([...path, folder, "**/*"].join("/"));

  config.addGlobalData("cookiePolicies", () => now().policies());
  config.addShortcode("cookiePolicy", (site, language) => now().parts().policy(site, language));
  config.addShortcode("cookieSection", (site, language, anchor) =>
    now().parts().section(site, language, anchor),
  );
  config.addShortcode("cookieTable", (site, language, category) =>
    now().parts().table(site, language, category),
  );
  config.addShortcode("cookieProviders", (site, language) =>
    now().parts().providers(site, language),
  );

  if (pages.length === 0 && files === undefined) return;
  const add = openPages(config);
  if (files !== undefined) addFiles(add, () => now().plan(), files);
  for (const one of pages) addPolicyPages(add, one, () => now().parts());
}
