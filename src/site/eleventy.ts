import type { UserConfig } from "@11ty/eleventy";
import { join } from "node:path";
import { loadRegistry } from "../registry/load.ts";
import { openProject } from "../registry/project.ts";
import { checkTexts } from "./check.ts";
import { type Plan, planOutput } from "./plan.ts";

/**
 * Makes every file of the plan an Eleventy page. Only paths enter Eleventy's data cascade, never the registry; nothing
 * but the plan is rendered, whatever lies in the input folder.
 */
export function addPlan(config: UserConfig, plan: () => Plan): void {
  config.setUseGitIgnore(false);
  config.ignores.clear();
  config.ignores.add("**/*");
  config.setTemplateFormats(["11ty.js"]);
  config.addTemplate("cookie-ledger.11ty.js", {
    data: () => ({
      files: [...plan().keys()],
      pagination: { data: "files", size: 1, alias: "file" },
      permalink: ({ file }: { file: string }) => `/${file}`,
      eleventyAllowMissingExtension: true,
      layout: false,
    }),
    render: ({ file }) => plan().get(file)!(),
  });
}

function planProject(folder: string): Plan {
  const { registry, texts, diagnostics } = loadRegistry(openProject(folder));
  const errors = diagnostics.length + checkTexts(texts).length;
  if (errors > 0)
    throw new Error(`errors in the registry: ${errors}; "cookie-ledger lint" shows them`);
  return planOutput(registry, registry.sites.keys());
}

/** The Eleventy plugin: the pages of the project in `folder`, read anew at every run. */
export function cookieLedger(config: UserConfig, { folder }: { folder: string }): void {
  let plan: Plan = new Map();
  config.on("eleventy.before", () => {
    plan = planProject(folder);
  });
  for (const watched of ["data", "content", "templates"])
    config.addWatchTarget(join(folder, watched));
  addPlan(config, () => plan);
}
