import { featuresOf } from "../../../registry/providers/providers.ts";
import type { Registry } from "../../../registry/registry.ts";
import { sitePlaceholders } from "../../../registry/sites/placeholders.ts";
import { showAddress } from "../../../vocabulary/host.ts";
import { idOf } from "../../../vocabulary/id.ts";
import type { InitOptions } from "../../commands/init.ts";
import { checkFeatures } from "../catalogue/add.ts";
import type { Answers, Service } from "./answers.ts";
import {
  readAuthority,
  readBanner,
  readEmail,
  readLanguages,
  readPipeline,
  readPlaces,
  readService,
  readName,
  readUrl,
} from "./read-answer.ts";

/** What somebody said of a new site, on the command line or when asked. */
export type PartialAnswers = Partial<Omit<Answers, "id" | "examples">>;

/** Services with those of these features that are their own; fails where one belongs to none of them. */
function withFeatures(
  services: readonly Service[],
  features: readonly string[],
  { providers }: Registry,
): Service[] {
  const entries = services.flatMap(({ id, isKnown }) => (isKnown ? [providers.get(id)!] : []));
  checkFeatures(features, entries);
  return services.map((service) => {
    const entry = entries.find(({ id }) => id === service.id);
    const own = entry ? featuresOf(entry.value) : [];
    return { ...service, features: own.filter((feature) => features.includes(feature)) };
  });
}

const stated = (value: unknown, key: keyof PartialAnswers): PartialAnswers =>
  value === undefined ? {} : { [key]: value };

/** What the command line says, checked as the registry would. */
export function readFlags(options: InitOptions, registry: Registry): PartialAnswers {
  const { service, feature = [], language, country } = options;
  const read = <Value>(text: string | undefined, by: (text: string) => Value) =>
    text === undefined ? undefined : by(text);
  const services = service?.map((one) => readService(one, registry));
  const distinct = [...new Map((services ?? []).map((one) => [one.id, one])).values()];
  const chosen = withFeatures(distinct, feature, registry);
  return {
    ...stated(read(options.name, readName), "name"),
    ...stated(read(options.url, readUrl), "url"),
    ...stated(language && readLanguages(language, registry.project), "languages"),
    ...stated(country && readPlaces(country, registry), "jurisdictions"),
    ...stated(read(options.controller, readName), "controller"),
    ...stated(read(options.email, readEmail), "email"),
    ...stated(read(options.authority, readAuthority), "authority"),
    ...stated(services && chosen, "services"),
    ...stated(
      read(options.banner, (text) => readBanner(text, registry)),
      "banner",
    ),
    ...stated(read(options.ci, readPipeline), "pipeline"),
  };
}

/** The host of an address, without `www`, for readers of a language. */
const hostOf = (url: string, language: string): string =>
  showAddress(new URL(url).hostname.replace(/^www\./, ""), language);

function idOfSite({ name, url }: PartialAnswers): string {
  if (url !== undefined) return idOf(hostOf(url, "en"));
  return name === undefined ? "my-site" : idOf(name);
}

/** All that a new site needs, with an example for what nobody said. */
export function completeAnswers(answers: PartialAnswers): Answers {
  const { url, languages: [language = "en"] = [] } = answers;
  const name = answers.name ?? (url === undefined ? undefined : hostOf(url, language));
  const known = { ...answers, ...stated(name, "name") };
  return {
    languages: ["en"],
    jurisdictions: undefined,
    authority: undefined,
    services: [],
    banner: undefined,
    pipeline: "none",
    ...sitePlaceholders,
    ...known,
    id: idOfSite(answers),
    examples: Object.keys(sitePlaceholders).filter((key) => !(key in known)),
  };
}
