import { openRegistry } from "../../src/registry/open.ts";
import { openProject } from "../../src/registry/project.ts";
import { createSiteWriter } from "../../src/site/build/site-writer.ts";
import { environmentHashOf } from "../../src/site/build/sources.ts";
import { buildSites } from "../../src/site/build/build-sites.ts";
import { readManifest } from "../../src/site/output/manifest.ts";
import { type Built, publish } from "../../src/site/output/publish.ts";
import { RegistryFaults } from "../../src/site/build/errors.ts";
import { createSelect, type Selection } from "../../src/site/build/selection.ts";
import { createSiteFiles } from "../../src/site/render/site-files.ts";
import { at } from "./output/site.ts";

/** What a build in bulk does, in this thread and without Eleventy, and which files it rendered. */
export async function make(
  project: string,
  output: string,
  selection: Selection = {},
): Promise<Built & { readonly rendered: readonly string[] }> {
  const rendered: string[] = [];
  const built = await publish(at(output), (_, layout) => {
    const opened = openRegistry(openProject(project));
    const last = readManifest(layout.output);
    const filler = createSiteWriter(layout, last);
    const workshop = () => {
      const { filesOf, ...others } = createSiteFiles(opened.registry, "published");
      return {
        ...others,
        filesOf: (...site: Parameters<typeof filesOf>) =>
          filesOf(...site).map((file) => ({
            ...file,
            render() {
              rendered.push(`${site[0]}/${file.name}`);
              return file.render();
            },
          })),
      };
    };
    let shop: ReturnType<typeof workshop> | undefined;
    const diagnostics = buildSites(
      {
        opened,
        environmentHash: environmentHashOf(opened, "published", "a runtime"),
        workshop: () => (shop ??= workshop()),
        output: layout.output,
        last,
        ...createSelect(selection),
      },
      filler,
    );
    if (diagnostics.length > 0) throw new RegistryFaults(diagnostics);
    return filler.close();
  });
  return { ...built, rendered };
}
