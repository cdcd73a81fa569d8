import { addressOf } from "../../observation/address.ts";
import { jarHost, isKey } from "../../observation/cookie-owner.ts";
import { askedLifetime } from "../../observation/lifetime.ts";
import {
  type Lifetime,
  type Observation,
  type Phase,
  phases,
  type Setter,
} from "../../observation/observation.ts";
import { maskPersonal } from "../../observation/personal.ts";
import { mergeRequests, type SeenRequest } from "../../observation/requests.ts";
import { savedFormat, savedVersion } from "../../observation/saved.ts";
import { storages } from "../../vocabulary/vocabulary.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { collect, type EvidenceEntry } from "../collect.ts";
import {
  countOf,
  flagOf,
  listOf,
  mappingOf,
  sameSiteOf,
  textOf,
  withoutUnknown,
} from "../fields.ts";
import type { Importer } from "../importer.ts";
import { reportFile } from "../evidence-rules.ts";

const oneOf = <T extends string>(words: readonly T[], word: string | undefined): T | undefined =>
  words.find((known) => known === word);

const isText = (value: unknown): value is string => typeof value === "string";

/** A word of a browser, as `NotKept`. */
const isReason = (value: unknown): value is string => isText(value) && /^[a-z]{1,60}$/i.test(value);

function lifetimeOf(lifetime: Mapping): Lifetime | undefined {
  const { seconds } = lifetime;
  const kind = oneOf(["session", "persistent", "unknown", "length"], textOf(lifetime, "kind"));
  if (kind !== "length") return kind && { kind };
  if (typeof seconds !== "number" || !(seconds >= 0)) return undefined;
  return { ...askedLifetime(seconds), capped: flagOf(lifetime, "capped") === true } as Lifetime;
}

const phaseOf = (item: Mapping): Phase | undefined => oneOf(phases, textOf(item, "phase"));

function setterOf(setter: Mapping): Setter | undefined {
  const kind = oneOf(["response", "script"], textOf(setter, "kind"));
  const url = addressOf(textOf(setter, "url") ?? "");
  if (kind === undefined || url === undefined) return undefined;
  const [line, column] = [countOf(setter, "line"), countOf(setter, "column")];
  return withoutUnknown<Setter>({ kind, url, line, column });
}

const pagesOf = (item: Mapping): readonly string[] | undefined =>
  Array.isArray(item["alsoOn"])
    ? listOf(item, "alsoOn").flatMap((page) => addressOf(isText(page) ? page : "") ?? [])
    : undefined;

function readObservation(item: unknown): EvidenceEntry {
  if (!isMapping(item)) return { fault: "that is no observation" };
  const name = textOf(item, "name") ?? "";
  const storage = oneOf(storages, textOf(item, "storage"));
  const lifetime = lifetimeOf(mappingOf(item, "lifetime"));
  if (!isKey(name)) return { fault: "without a usable name" };
  if (storage === undefined) return { fault: "of an unknown storage" };
  if (lifetime === undefined) return { fault: "without a lifetime" };
  const blocked = listOf(item, "blocked").filter(isReason);
  return withoutUnknown<Observation>({
    name,
    storage,
    host: jarHost(textOf(item, "host") ?? ""),
    hostOnly: flagOf(item, "hostOnly"),
    path: textOf(item, "path"),
    page: addressOf(textOf(item, "page") ?? ""),
    alsoOn: pagesOf(item),
    lifetime,
    phase: phaseOf(item),
    setter: setterOf(mappingOf(item, "setter")),
    httpOnly: flagOf(item, "httpOnly"),
    secure: flagOf(item, "secure"),
    sameSite: sameSiteOf(item),
    partitioned: flagOf(item, "partitioned"),
    blocked: blocked.length > 0 ? blocked : undefined,
  });
}

function readRequests(json: unknown): SeenRequest[] | undefined {
  if (!isMapping(json) || !Array.isArray(json["requests"])) return undefined;
  return mergeRequests(
    listOf(json, "requests").flatMap((item) => {
      const url = isMapping(item) ? addressOf(textOf(item, "url") ?? "") : undefined;
      return url === undefined ? [] : [{ url, failed: flagOf(item as Mapping, "failed") === true }];
    }),
  );
}

/** What `audit --save` writes; read with the same distrust as every other file. */
export const saved: Importer = {
  id: "saved",
  title: "what audit --save writes",
  recognises: ({ json }) => isMapping(json) && textOf(json, "format") === savedFormat,
  read(content) {
    const version = isMapping(content.json) ? content.json["version"] : undefined;
    if (version !== savedVersion) {
      const message = `evidence saved in another version, expected version ${savedVersion}`;
      const hint = "save it again with this version of cookie-ledger";
      const problem = { rule: "unreadable-evidence", message, hint } as const;
      return { observations: [], diagnostics: [reportFile(content, problem)], incomplete: [] };
    }
    const observations = listOf(content.json, "observations").map(readObservation);
    const incomplete = listOf(content.json, "incomplete").filter(isText).map(maskPersonal);
    const evidence = collect(content, observations, incomplete);
    const requests = readRequests(content.json);
    return requests ? { ...evidence, requests } : evidence;
  },
};
