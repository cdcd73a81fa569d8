import { Eleventy } from "@11ty/eleventy";
import type { Registry } from "../registry/registry.ts";
import { addPlan } from "./eleventy.ts";
import { publish } from "./output/publish.ts";
import type { Target } from "./output/recover.ts";
import type { Published } from "./output/stage.ts";
import { type Plan, planOutput } from "./plan.ts";
import type { Mode } from "./workshop.ts";

export interface Build {
  readonly registry: Registry;
  /** The sites to build; others that stand in the output and the registry are kept as they are. */
  readonly siteIds: readonly string[];
  readonly mode: Mode;
  readonly target: Target;
  readonly signal: AbortSignal;
}

/** Eleventy wants an input folder that exists; nothing in it is read, since every page comes from the plan. */
const input = import.meta.dirname;
const output = "output";

async function renderPlan(plan: Plan): Promise<{ path: string; content: string }[]> {
  const failures: unknown[] = [];
  const guarded = [...plan].map(([path, render]): [string, () => string] => [
    path,
    () => {
      try {
        return render();
      } catch (error) {
        // Eleventy would print it with a stack of its own.
        failures.push(error);
        return "";
      }
    },
  ]);
  const files = new Map(guarded);
  const eleventy = new Eleventy(input, output, {
    source: "cli",
    quietMode: true,
    configPath: null,
    config: (config) => {
      config.setUseTemplateCache(false);
      addPlan(config, () => files);
    },
  });
  const pages = await eleventy.toJSON();
  if (failures.length > 0) throw failures[0];
  const prefix = `./${output}/`;
  return pages.map(({ outputPath, content }) => ({
    path: outputPath.slice(prefix.length),
    content,
  }));
}

/** Renders the sites and puts them in the place of the last output, whole or not at all. */
export async function build({
  registry,
  siteIds,
  mode,
  target,
  signal,
}: Build): Promise<Published> {
  const plan = planOutput(registry, siteIds, mode);
  const others = [...registry.sites.keys()].filter((id) => !siteIds.includes(id));
  return publish(
    target,
    async (stage) => {
      const pages = plan.size > 0 ? await renderPlan(plan) : [];
      for (const { path, content } of pages) stage.write(path, content);
      for (const id of others) stage.keep(id);
    },
    signal,
  );
}
