import { featuresOf } from "../../../registry/providers/providers.ts";
import type { Entry } from "../../../registry/entry.ts";
import type { Registry } from "../../../registry/registry.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { defaultJurisdictions } from "../../../vocabulary/vocabulary.ts";
import type { Service } from "./answers.ts";
import type { Asker, Choice } from "./asker.ts";
import {
  beginService,
  bannersIn,
  partsWithLaw,
  placesIn,
  readAuthority,
  readEmail,
  readLanguages,
  readPlaces,
  readService,
  readName,
  readUrl,
} from "./read-answer.ts";
import { completeAnswers, type PartialAnswers } from "./partial-answers.ts";

const itemsOf = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== "");

/** The places whose law holds, with the parts of countries that have one of their own. */
async function askPlaces({ text, pickSeveral }: Asker, registry: Registry): Promise<string[]> {
  const read = (typed: string) => readPlaces(placesIn(typed, registry), registry);
  const message = "In which countries are its visitors? Names or codes such as DE, FR, or EU";
  const places = read(await text({ message, standard: defaultJurisdictions.join(", "), read }));
  const parts = partsWithLaw(places, registry);
  if (parts.length === 0) return places;
  const choices = parts.map((id) => ({ value: id, label: id }));
  const picked = await pickSeveral("Which of these parts have a law that holds, too?", choices);
  return [...places, ...picked];
}

const maximumNames = 3;

/** The features of a provider, each with what their cookies do, in English, and how they are called. */
function featureChoices({ value }: Entry<Provider>, { originals }: Registry): Choice[] {
  return featuresOf(value).map((feature) => {
    const its = value.cookies.filter((cookie) => cookie.feature === feature);
    const functions = new Set(its.flatMap((cookie) => cookie.function ?? []));
    const words = [...functions].map((id) => originals().get(`terms/functions.${id}`) ?? id);
    const names = [...new Set(its.map(({ name }) => name))];
    const more = names.length > maximumNames ? ", …" : "";
    const label = `${feature}: ${words.join(", ")} (${names.slice(0, maximumNames).join(", ")}${more})`;
    return { value: feature, label };
  });
}

const nothingMore: Choice = { value: "", label: "No more" };

/** Services one after the other, each found while its name is typed. */
async function askServices({ search, pickSeveral }: Asker, registry: Registry): Promise<Service[]> {
  const { providers } = registry;
  const choices = providers
    .all()
    .filter(({ value: { abstract, kind } }) => abstract !== true && kind !== "consent")
    .map(({ id, value: { name, kind = "" } }) => ({ value: id, label: name, hint: kind }));
  const unlisted = (typed: string): Choice => ({
    value: typed,
    label: `${typed}: not in the catalogue, begin a file for it`,
  });
  const services = new Map<string, Service>();
  for (;;) {
    const message = services.size === 0 ? "Which service does it use? Type" : "Which else? Type";
    const left = choices.filter(({ value }) => !services.has(value));
    const picked = await search(`${message} to search`, [nothingMore, ...left], unlisted);
    if (picked === "") return [...services.values()];
    const entry = providers.get(picked);
    const service = entry ? readService(picked, { providers }) : beginService(picked);
    const features = entry ? featureChoices(entry, registry) : [];
    const used =
      features.length > 0
        ? await pickSeveral(`Which of these features of ${service.name} does it use?`, features)
        : [];
    services.set(service.id, { ...service, features: used });
  }
}

async function askBanner({ search }: Asker, registry: Registry): Promise<string> {
  const choices = bannersIn(registry).map(({ id, value }) => ({ value: id, label: value.name }));
  const none = { value: "", label: "None, or another" };
  const unlisted = (typed: string) => ({ ...none, label: `${typed}: not in the catalogue, none` });
  const message = "Which consent banner does it show? Type to search";
  return search(message, [none, ...choices], unlisted);
}

const askPipeline = ({ pick }: Asker) =>
  pick("Write a pipeline that lints?", [
    { value: "none", label: "No" },
    { value: "github", label: "GitHub" },
    { value: "gitlab", label: "GitLab" },
  ]) as Promise<NonNullable<PartialAnswers["pipeline"]>>;

/** Asks what nobody has said yet; `suggested` is what an empty answer then means. */
export async function askRest(
  known: PartialAnswers,
  suggested: PartialAnswers,
  registry: Registry,
  asker: Asker,
): Promise<PartialAnswers> {
  const { text } = asker;
  const languagesIn = (typed: string) => readLanguages(itemsOf(typed), registry.project);
  const standard = (value: string | undefined) => (value === undefined ? {} : { standard: value });
  let answers = known;
  const ask = async <Key extends keyof PartialAnswers>(
    key: Key,
    question: () => Promise<PartialAnswers[Key]>,
  ): Promise<void> => {
    if (!(key in answers)) answers = { ...answers, [key]: await question() };
  };
  await ask("url", () => {
    const message = "The site's address, such as https://www.example.org";
    return text({ message, ...standard(suggested.url), read: readUrl });
  });
  await ask("name", () => {
    const { name } = completeAnswers({ ...suggested, ...answers });
    return text({ message: "Its name", standard: name, read: readName });
  });
  await ask("languages", async () => {
    const message = "Languages of the policy, such as en, de";
    const usual = (suggested.languages ?? ["en"]).join(", ");
    return languagesIn(await text({ message, standard: usual, read: languagesIn }));
  });
  await ask("jurisdictions", () => askPlaces(asker, registry));
  await ask("controller", () => {
    const message = "Who answers for the data? A person or an organisation";
    return text({ message, read: readName });
  });
  await ask("email", () => {
    const message = "The e-mail address for questions about the data";
    return text({ message, read: readEmail });
  });
  await ask("authority", async () => {
    const message =
      "Authority for complaints where the controller is established, its name and address (Enter: later)";
    const typed = await text({ message, standard: "", read: readAuthority });
    return typed === "" ? undefined : readAuthority(typed);
  });
  await ask("services", () => askServices(asker, registry));
  await ask("banner", async () => (await askBanner(asker, registry)) || undefined);
  await ask("pipeline", () => askPipeline(asker));
  return answers;
}
