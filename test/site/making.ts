import { openRegistry } from "../../src/registry/open.ts";
import { openProject } from "../../src/registry/project.ts";
import { createFiller } from "../../src/site/filler.ts";
import { fingerprintOfHouse } from "../../src/site/fingerprint.ts";
import { makeSites } from "../../src/site/make.ts";
import { readManifest } from "../../src/site/output/manifest.ts";
import { type Built, publish } from "../../src/site/output/publish.ts";
import { RegistryFaults } from "../../src/site/registry-faults.ts";
import { createSelect, type Selection } from "../../src/site/selection.ts";
import { createWorkshop } from "../../src/site/workshop.ts";
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
    const filler = createFiller(layout, last);
    const workshop = () => {
      const { planSite, ...others } = createWorkshop(opened.registry, "published");
      return {
        ...others,
        planSite: (...site: Parameters<typeof planSite>) =>
          planSite(...site).map((file) => ({
            ...file,
            render() {
              rendered.push(`${site[0]}/${file.name}`);
              return file.render();
            },
          })),
      };
    };
    let shop: ReturnType<typeof workshop> | undefined;
    const diagnostics = makeSites(
      {
        opened,
        house: fingerprintOfHouse(opened, "published", "a runtime"),
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
