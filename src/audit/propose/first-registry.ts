import { isRefused, type Observation } from "../../observation/observation.ts";
import type { SeenRequest } from "../../observation/requests.ts";
import type { Registry } from "../../registry/registry.ts";
import { writePair } from "../../source/yaml/write.ts";
import { propose } from "./propose.ts";
import type { AuditedSite } from "./attribute.ts";
import { showName } from "../observation-text.ts";
import { groupUndeclared } from "../compare.ts";

/** The files of a first registry, and what could not be brought into it. */
export interface Draft {
  /** By path as reports name it. */
  readonly files: ReadonlyMap<string, string>;
  /** The providers as the site's file names them, an item of its list each. */
  readonly uses: readonly string[];
  /** Names that no registry can hold. */
  readonly leftOut: readonly string[];
}

/** A provider as a site's file names it, with the features of which something was seen. */
function writeUse(id: string, features: readonly string[], until: string | undefined): string {
  const ended =
    until === undefined ? "" : `  # It ended on ${until}: remove its code from the site.\n`;
  const use =
    features.length > 0 ? `  - id: ${id}\n    features: [${features.join(", ")}]\n` : `  - ${id}\n`;
  return ended + use;
}

const writeSite = ({ name, url }: AuditedSite, uses: readonly string[], today: string): string =>
  `# Drafted from what was seen. Add the controller, and what else docs/registry.md explains.
${writePair("name", name, "")}
${writePair("url", url, "")}
languages: [en]
providers:
${uses.join("")}updated: ${today}
`;

/** Drafts the files of a site and of the providers that the known ones lack, from all that was observed on it. */
export function draft(
  registry: Registry,
  site: AuditedSite,
  observations: readonly Observation[],
  today: string,
  requests?: readonly SeenRequest[],
): Draft {
  const kept = observations.filter((one) => !isRefused(one));
  const cookies = groupUndeclared(kept, site);
  const proposals = propose(registry, site, cookies, requests);
  const files = new Map<string, string>();
  for (const { addition } of proposals)
    if (addition) files.set(addition.file, (files.get(addition.file) ?? "") + addition.text);
  const providers = [...new Set(proposals.flatMap(({ provider }) => provider ?? []))];
  const uses = providers.map((id) => {
    const features = proposals.flatMap((one) =>
      one.provider === id && one.feature !== undefined ? [one.feature] : [],
    );
    return writeUse(id, [...new Set(features)], registry.providers.get(id)?.value.until);
  });
  const { project } = registry;
  const path = project.name(`${project.folder}/data/sites/${site.id}.yaml`);
  return {
    files: new Map([...files, [path, writeSite(site, uses, today)]]),
    uses,
    leftOut: cookies.flatMap(({ name }, index) =>
      proposals[index]?.provider === undefined ? [showName(name)] : [],
    ),
  };
}
