import type { Entry } from "../../../registry/entry.ts";
import { listFiles, type Project } from "../../../registry/project.ts";
import type { BaseRegistry } from "../../../registry/registry.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import {
  email as emailSchema,
  isLanguageTag,
  jurisdictionId,
  languageTag,
  text as textSchema,
  url as urlSchema,
} from "../../../registry/schema/scalars.ts";
import { didYouMean, expectedOneOf, mean } from "../../../source/suggestions.ts";
import { idOf, isId } from "../../../vocabulary/id.ts";
import { isPlainCountry, meantJurisdiction, meantLanguage } from "../../../vocabulary/synonyms.ts";
import { pipelines } from "../../commands/init.ts";
import { UsageError } from "../../context.ts";
import type { Answers, Authority, Service } from "./answers.ts";

interface Schema {
  readonly safeParse: (value: string) => {
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
  };
}

const hinted = (message: string, question: string | undefined, otherwise?: string): UsageError => {
  const hint = question === undefined ? otherwise : `${question}?`;
  return new UsageError(hint === undefined ? message : `${message}\n(${hint})`);
};

/** The text that was said, as the registry would take it. */
function check(schema: Schema, typed: string): string {
  const text = typed.trim();
  const [issue] = schema.safeParse(text).error?.issues ?? [];
  if (issue) throw new UsageError(issue.message);
  return text;
}

export const readName = (text: string): string => check(textSchema, text);
export const readUrl = (text: string): string => check(urlSchema, text);
export const readEmail = (text: string): string => check(emailSchema, text);

/** A name and behind it an address, with or without a comma between: `CNIL https://www.cnil.fr`. */
export function readAuthority(typed: string): Authority {
  const [, name = "", url = ""] = /^(.*[^\s,])[\s,]*\s(\S+)$/s.exec(typed.trim()) ?? [];
  if (name === "")
    throw new UsageError(
      `no address in "${typed.trim()}", expected a name and an address, such as "CNIL https://www.cnil.fr"`,
    );
  return { name, url: readUrl(url) };
}

const languagesIn = (project: Project): string[] => [...listFiles(project, "content").files.keys()];

/** Languages that have words, each once. */
export function readLanguages(tags: readonly string[], project: Project): string[] {
  const known = languagesIn(project);
  for (const tag of tags) {
    check(languageTag, tag);
    if (known.includes(tag)) continue;
    const meant = meantLanguage(tag, known);
    throw hinted(
      `no words in language "${tag}", ${expectedOneOf(tag, known)}`,
      meant === undefined ? undefined : mean(meant),
      `translate them first, as docs/translating.md says; with "fallback" in the site's file a part of them is enough`,
    );
  }
  return [...new Set(tags)];
}

type Places = Pick<BaseRegistry, "jurisdictions" | "project">;

/** The law of a place by its id, a code or a name in a language that has words. */
function findPlace(typed: string, { jurisdictions, project }: Places): string | undefined {
  if (jurisdictions.ids.has(typed) || isPlainCountry(typed)) return typed;
  return meantJurisdiction(typed, languagesIn(project).filter(isLanguageTag));
}

/** The laws of the places of visitors, each once. */
export function readPlaces(texts: readonly string[], registry: Places): string[] {
  const ids = texts.map((text) => {
    const found = findPlace(text, registry);
    if (found !== undefined) return found;
    check(jurisdictionId, text);
    throw new UsageError(
      `unknown country "${text}", expected a code of ISO 3166-1 such as "FR", or one of "EU", "UK", "US-CA", …`,
    );
  });
  return [...new Set(ids)];
}

/** The places in one line, between commas; between spaces where these do not belong to a name. */
export const placesIn = (line: string, registry: Places): string[] =>
  line
    .split(",")
    .map((part) => part.trim())
    .flatMap((part) => (findPlace(part, registry) === undefined ? part.split(/\s+/) : [part]))
    .filter((part) => part !== "");

/** The parts of these countries that have a law of their own. */
export const partsWithLaw = (
  ids: readonly string[],
  { jurisdictions }: Pick<BaseRegistry, "jurisdictions">,
): string[] =>
  [...jurisdictions.ids].filter((id) => !ids.includes(id) && ids.includes(id.split("-")[0]!));

/** A name as people write it, in small letters: without what stands in brackets behind it. */
export const plainName = (name: string): string =>
  name
    .replace(/\s*\(.*\)$/, "")
    .trim()
    .toLowerCase();

function findProvider(
  typed: string,
  { providers }: Pick<BaseRegistry, "providers">,
): Entry<Provider> | undefined {
  const isNamed = ({ value: { name } }: Entry<Provider>) => plainName(name) === plainName(typed);
  return providers.get(typed) ?? providers.all().find(isNamed) ?? providers.get(idOf(typed));
}

/** Services of which a part of the name is what was typed, or a part of that their name; a few, as ids. */
export function likeServices(
  typed: string,
  { providers }: Pick<BaseRegistry, "providers">,
): string[] {
  const padded = (text: string) => ` ${idOf(text).replaceAll("-", " ")} `;
  const asked = padded(typed);
  return providers
    .all()
    .filter(({ id, value: { name, abstract } }) => {
      const names = [padded(id), padded(plainName(name))];
      return !abstract && names.some((one) => one.includes(asked) || asked.includes(one));
    })
    .map(({ id }) => id)
    .slice(0, 3);
}

const nameOfId = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** A service by its id or name; one that no provider has is to be begun. */
export function readService(typed: string, registry: Pick<BaseRegistry, "providers">): Service {
  const text = readName(typed);
  const entry = findProvider(text, registry);
  if (entry?.value.abstract)
    throw new UsageError(`"${entry.id}" is only a parent of others, expected one that is not`);
  if (entry) return { id: entry.id, name: entry.value.name, isKnown: true, features: [] };
  const meant = didYouMean(text.toLowerCase(), [...registry.providers.ids]);
  if (meant !== undefined) throw hinted(`unknown service "${text}"`, meant);
  return beginService(text);
}

/** A service that no provider has, by its name or what is to be its id. */
export const beginService = (text: string): Service => ({
  id: idOf(text),
  name: isId(text) ? nameOfId(text) : text,
  isKnown: false,
  features: [],
});

/** The providers that are consent banners. */
export const bannersIn = ({ providers }: Pick<BaseRegistry, "providers">): Entry<Provider>[] =>
  providers.all().filter(({ value }) => value.kind === "consent" && value.abstract !== true);

export function readBanner(typed: string, registry: Pick<BaseRegistry, "providers">): string {
  const entry = findProvider(typed, registry);
  if (entry?.value.kind === "consent") return entry.id;
  const ids = bannersIn(registry).map(({ id }) => id);
  throw hinted(`unknown banner "${typed}", ${expectedOneOf(typed, ids)}`, didYouMean(typed, ids));
}

export function readPipeline(typed: string): Answers["pipeline"] {
  const known = pipelines.find((one) => one === typed);
  if (known) return known;
  throw hinted(
    `unknown pipeline "${typed}", ${expectedOneOf(typed, pipelines)}`,
    didYouMean(typed, pipelines),
  );
}
