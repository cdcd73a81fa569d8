import type { BaseRegistry } from "../../../registry/registry.ts";
import { lawOf } from "../../../registry/site-law.ts";
import { writeItem } from "../../../source/yaml/append-items.ts";
import {
  categories,
  defaultOutputs,
  exportedOutputs,
  openableBanners,
  type Output,
} from "../../../vocabulary/vocabulary.ts";
import type { Answers, Choosing } from "./answers.ts";
import { beginOwnProvider, beginProvider } from "./begin-provider.ts";
import { describeComplaints } from "./competence.ts";
import { writeSite } from "./write-site.ts";

/** What was drafted from evidence or a list. */
export interface Drafted {
  /** The files of providers, by path in the project. */
  readonly files: ReadonlyMap<string, string>;
  /** As the site's file names them, an item of its list each. */
  readonly uses: readonly string[];
}

/** What judging a first plan has shown. */
export interface PlanFindings {
  /** Whether the page must lead to where a visitor chooses. */
  readonly needsPreferences: boolean;
  /** What is still to be found out, a sentence each. */
  readonly remarks: readonly string[];
}

/** Banners whose configuration links a policy on privacy, of which a new site says nothing yet. */
const needsPolicy: ReadonlySet<string> = new Set(["orejime"]);

/** The banner's configuration beside the pages, where one can be written. */
function outputsFor(banner: string | undefined): readonly Output[] {
  const exported = exportedOutputs.find((one) => one === banner && !needsPolicy.has(one));
  return exported ? [...defaultOutputs, exported] : [];
}

/** What a site with a banner says of choosing: that it asks, where some law of its places wants that, and how it is opened again. */
function choosing(
  { banner, jurisdictions }: Answers,
  registry: Pick<BaseRegistry, "jurisdictions">,
  { needsPreferences }: PlanFindings,
): Choosing {
  const law = lawOf({ jurisdictions }, registry);
  const asks = categories.some((category) =>
    law.consentTo(category).some(({ model }) => model === "opt-in"),
  );
  const isOpened = banner !== undefined && openableBanners.includes(banner);
  return {
    ...(banner !== undefined && asks ? { consent: "opt-in" } : {}),
    ...(isOpened ? { preferences: { banner } } : {}),
    ...(!isOpened && (needsPreferences || banner !== undefined)
      ? { preferences: "#cookie-settings" }
      : {}),
  };
}

const idsIn = (uses: readonly string[]): (string | undefined)[] =>
  uses.map((use) => /^ *- (?:id: )?([a-z0-9-]+)/m.exec(use)?.[1]);

/** The facts of a new project, by path; the site comes last, so that an `init` cut short can be repeated. */
export function planData(
  answers: Answers,
  { files, uses }: Drafted,
  registry: Pick<BaseRegistry, "jurisdictions">,
  shown: PlanFindings,
  today: string,
): ReadonlyMap<string, string> {
  const drafted = new Set(idsIn(uses));
  const { id, banner, services } = answers;
  const ids = services.map((service) => service.id);
  const chosen = [
    ...services,
    ...(banner === undefined || ids.includes(banner)
      ? []
      : [{ id: banner, name: banner, isKnown: true, features: [] }]),
  ].filter((service) => !drafted.has(service.id));
  const known = chosen.filter(({ isKnown }) => isKnown);
  const begun = chosen.filter(({ isKnown }) => !isKnown);
  const isEmpty = uses.length + known.length === 0;
  const items = known.map(({ id: one, features }) =>
    writeItem(features.length > 0 ? { id: one, features } : one, "  "),
  );
  // Named as it is, the page would say that it sets nothing.
  const later = begun.map((service) => `  # Once its file says what it sets:\n  # - ${service.id}`);
  const site = writeSite(answers, {
    ...choosing(answers, registry, shown),
    complaints: describeComplaints(answers, registry),
    uses: [...uses, ...items, ...(isEmpty ? [`  - ${id}`] : []), ...later],
    outputs: outputsFor(banner),
    remarks: shown.remarks,
    updated: today,
  });
  const path = (provider: string) => `data/providers/${provider}.yaml`;
  return new Map([
    ...files,
    ...begun.map((service): [string, string] => [path(service.id), beginProvider(service)]),
    ...(isEmpty ? [[path(id), beginOwnProvider(answers)] as const] : []),
    [`data/sites/${id}.yaml`, site],
  ]);
}
