import { once } from "../../src/memo.ts";
import { openRegistry } from "../../src/registry/open.ts";
import { openProject } from "../../src/registry/project.ts";
import { createSiteWriter } from "../../src/site/build/site-writer.ts";
import { decideStatic } from "../../src/site/build/static-files.ts";
import { environmentHashOf } from "../../src/site/build/sources.ts";
import { buildSites } from "../../src/site/build/build-sites.ts";
import { readManifest } from "../../src/site/output/manifest.ts";
import { type Built, publish } from "../../src/site/output/publish.ts";
import { RegistryFaults } from "../../src/site/build/errors.ts";
import { createSelect, type Selection } from "../../src/site/build/selection.ts";
import { createSiteFiles, templatesOf } from "../../src/site/render/site-files.ts";
import { at } from "./output/site.ts";

/** What a build in bulk does, in this thread and without Eleventy, and which files it rendered. */
export async function make(
  project: string,
  output: string,
  selection: Selection = {},
): Promise<Built & { readonly rendered: readonly string[] }> {
  const rendered: string[] = [];
  const built = await publish(at(output), async (layout) => {
    const opened = openRegistry(openProject(project));
    const templates = templatesOf(opened.registry.project);
    const last = readManifest(layout.output);
    const { put, close } = createSiteWriter(layout, last);
    const diagnostics = await buildSites(
      {
        opened,
        environmentHash: environmentHashOf(opened.vocabulary, templates, "published", "a runtime"),
        siteFiles: once(() => createSiteFiles(opened.registry, templates, "published")),
        output: layout.output,
        last,
        ...createSelect(selection),
      },
      (decision) => {
        if (decision.kind === "write")
          for (const { name, render } of decision.files)
            if (render) rendered.push(`${decision.siteId}/${name}`);
        put(decision);
      },
    );
    if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
    const statics = decideStatic(opened.staticFiles, layout.output, last);
    if (statics) put(statics);
    return close();
  });
  return { ...built, rendered };
}
