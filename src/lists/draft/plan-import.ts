import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import type { Registry } from "../../registry/registry.ts";
import { url as urlSchema } from "../../registry/schema/scalars.ts";
import { applyEdits } from "../../source/edits.ts";
import { appendBlock } from "../../source/yaml/append-items.ts";
import type { Source } from "../../source/yaml-file.ts";
import type { ListedCookie } from "../list.ts";
import type { ListRule } from "../list-rules.ts";
import { storageOf } from "../../vocabulary/vocabulary.ts";
import { type Assigned, type AssignedProvider, createAssign, type ListedSite } from "./assign.ts";
import { isMapping } from "../../source/mapping.ts";
import { escapeName } from "../../vocabulary/foreign-name.ts";
import { uniteDisclosed } from "../unite-cookies.ts";
import {
  disclosedBy,
  isUnconfirmed,
  writeConfirmed,
  writeVendorDisclosed,
} from "./write-disclosed.ts";
import { indexKnownCookies } from "./known-cookies.ts";
import { type ListSource, writeListedCookie, writeProviderHead } from "./write-entry.ts";
import { type NewSite, writeListedSite, writeUse } from "./write-use.ts";

/** A file as it becomes, and as it is: `undefined` where none stands. */
interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: string | undefined;
  readonly text: string;
}

/** What an import writes, and what a person has to do besides. */
interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** The providers as a site's file names them, an item of its list each. */
  readonly uses: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many cookies a provider of the registry declares. */
  readonly known: number;
  /** What an existing file has no place for, a sentence each. */
  readonly leftOut: readonly string[];
}

/** The site that the lists are of: one of the registry, or one to begin. */
export interface TargetSite extends ListedSite {
  readonly begun?: NewSite;
}

const groupBy = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string) => {
  const groups = new Map<string, Thing[]>();
  for (const thing of things)
    groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
};

const entryKey = ({ cookie, domain }: Assigned): string =>
  JSON.stringify([cookie.name, cookie.storage, domain]);

/** The first of each entry, with all that its vendor discloses: names that a list has on several hosts of the site become one. */
const distinct = (assigned: readonly Assigned[]): Assigned[] =>
  [...groupBy(assigned, entryKey).values()].map((those): Assigned => {
    const [first] = those as [Assigned];
    const disclosed = uniteDisclosed(those.map(({ cookie }) => cookie));
    return { ...first, cookie: { ...first.cookie, disclosed } };
  });

const declaresIn = ({ value }: Source, { cookie }: Assigned): boolean =>
  Array.isArray(value["cookies"]) &&
  value["cookies"].some((one) => isMapping(one) && one["name"] === escapeName(cookie.name));

/** A category of a list that is not that of the provider: which is right, a person says. */
function compareCategory({ cookie, declared, provider }: Assigned): Diagnostic[] {
  if (!declared || cookie.category === undefined || cookie.category === "unclassified") return [];
  if (cookie.category === declared.category) return [];
  const message = `category "${cookie.category}" of "${cookie.name}", expected "${declared.category}" as "${provider.id}" has it`;
  const hint = "the site's page will have the latter; to have the former, override it";
  const problem = { rule: "list-differs" satisfies ListRule, message, hint };
  return [createDiagnostic(cookie.place, problem, "warning")];
}

/** Plans how the cookies of lists come into a project: providers and sites are added to, and nothing that stands is changed. */
export function planImport(
  registry: Registry,
  site: TargetSite,
  cookies: readonly ListedCookie[],
  source: ListSource,
): ImportPlan {
  const { project } = registry;
  const assign = createAssign(indexKnownCookies(registry), site);
  const assigned = cookies.flatMap(assign);
  const byProvider = groupBy(assigned, ({ provider }) => provider.id);
  const files: PlannedFile[] = [];
  const leftOut: string[] = [];

  /** The project's own file of a provider. */
  const ownFile = ({ entry }: AssignedProvider): Source | undefined =>
    entry?.layers.find(({ file }) => project.owns(file));

  function addProvider(id: string, group: readonly Assigned[]): void {
    const fresh = distinct(group.filter(({ declared }) => declared === undefined));
    const provider = group[0]!.provider;
    const known = new Set(
      provider.entry?.value.cookies.map((cookie) =>
        JSON.stringify([cookie.name, storageOf(cookie), cookie.domain]),
      ),
    );
    const missing = fresh.filter((one) => !known.has(entryKey(one)));
    const path = join(project.folder, "data", "providers", `${id}.yaml`);
    const own = ownFile(provider);
    const disclosed = disclosedBy(group);
    const before = provider.entry?.value.disclosed;
    if (disclosed && before && !isDeepStrictEqual(disclosed, before))
      leftOut.push(`"${id}" has domains, packages or apps that it discloses; compare them`);
    const ofVendor =
      disclosed && !before ? writeVendorDisclosed(disclosed).map((line) => `${line}\n`) : [];
    const unconfirmed = distinct(group).filter(isUnconfirmed);
    const isChanged = (one: Assigned) => own !== undefined && declaresIn(own, one);
    for (const { cookie } of unconfirmed.filter(isChanged))
      leftOut.push(`"${own!.file}" declares "${cookie.name}"; add what its vendor discloses`);
    const entries = [
      ...missing.map(writeListedCookie),
      ...unconfirmed.filter((one) => !isChanged(one)).map(writeConfirmed),
    ].join("");
    if (entries === "" && ofVendor.length === 0) return;
    if (!own) {
      const policies = new Set(missing.flatMap(({ cookie }) => cookie.policy ?? []));
      const [policy] = policies;
      const isAddress = policies.size === 1 && urlSchema.safeParse(policy).success;
      const head = provider.entry
        ? `${ofVendor.join("")}${entries === "" ? "" : "cookies:\n"}`
        : writeProviderHead(provider, source, ofVendor, isAddress ? policy : undefined);
      files.push({ path, before: undefined, text: head + entries });
      return;
    }
    const end = own.text.endsWith("\n") ? "" : "\n";
    const edit = entries === "" ? undefined : appendBlock(own, ["cookies"], entries);
    if (edit ?? entries === "") {
      const text = edit ? applyEdits(own.text, [edit]) : own.text;
      files.push({ path, before: own.text, text: [text, end, ...ofVendor].join("") });
    } else if (!("cookies" in own.value)) {
      const text = [own.text, end, ...ofVendor, "cookies:\n", entries].join("");
      files.push({ path, before: own.text, text });
    } else leftOut.push(`no list of cookies to add to in "${own.file}"`);
  }

  for (const [id, group] of byProvider) addProvider(id, group);
  const uses = new Map([...byProvider].map(([id, group]) => [id, writeUse(id, group)]));
  if (site.begun) {
    const path = join(project.folder, "data", "sites", `${site.id}.yaml`);
    const text = writeListedSite(site.begun, source, [...uses.values()]);
    files.push({ path, before: undefined, text });
  } else addToSite();

  function addToSite(): void {
    const entry = registry.sites.get(site.id)!;
    const named = new Set(
      entry.value.providers.map((item) => (typeof item === "string" ? item : item.id)),
    );
    const missing = [...uses].filter(([id]) => !named.has(id));
    for (const item of entry.value.providers)
      if (typeof item !== "string" && item.only && uses.has(item.id))
        leftOut.push(
          `site "${site.id}" names single cookies of "${item.id}"; compare its "only" with the list`,
        );
    if (missing.length === 0) return;
    const [own] = entry.layers;
    const path = ["providers", ...(Array.isArray(own.value["providers"]) ? [] : ["add"])];
    const edit = appendBlock(own, path, missing.map(([, use]) => use).join(""));
    const file = join(project.folder, "data", "sites", `${site.id}.yaml`);
    if (edit) files.push({ path: file, before: own.text, text: applyEdits(own.text, [edit]) });
    else
      leftOut.push(
        `no list of providers to add to in "${own.file}": ${missing.map(([id]) => id).join(", ")}`,
      );
  }

  const known = new Set(assigned.flatMap(({ cookie, declared }) => (declared ? [cookie] : [])))
    .size;
  return {
    files,
    uses: [...uses.values()],
    diagnostics: assigned.flatMap(compareCategory),
    known,
    leftOut,
  };
}
