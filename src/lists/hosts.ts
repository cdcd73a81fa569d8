import { host } from "../registry/schema/scalars.ts";

const ofExamples =
  /^(?:www\.)?(?:example\.(?:com|org|net)|your-?(?:domain|site|website)\.|my-?(?:domain|site)\.)/;

/** The host that a word is, without scheme, path and leading dot; `undefined` where it is none. */
function hostOf(word: string): string | undefined {
  const name = word
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/:?#].*$/, "")
    .replace(/^\*?\./, "")
    .replace(/[,;.]$/, "");
  if (ofExamples.test(name) || /^\d+(?:\.\d+)*$/.test(name)) return undefined;
  return host.safeParse(name).success ? name : undefined;
}

/** What a cell says of who sets something: hosts, and what else stands there. */
interface Setters {
  readonly hosts: readonly string[];
  readonly name: string | undefined;
}

const nothing = /^(?:[-–—_/\s]*|n\/a|none|unknown|unbekannt|inconnu|desconocido)$/i;

/** A link to a policy, which stands beside a name and is none. */
const policyLink =
  /(?:^|\s)(?:(?:view|read|see) (?:\w+ )?privacy (?:policy|notice)|(?:databehandlers )?(?:privacy (?:policy|notice|statement)|datenschutz(?:erklärung|hinweise)|politique de confidentialité|política de privacidade?|informativa privacy|privacy(?:beleid|verklaring)|privatlivspolitik|polityka prywatności|integritetspolicy))$/i;

/** Reads who sets something from the text of a cell. */
export function settersIn(text: string): Setters {
  const words = text
    .split(/\n|[,;]\s*|\s(?:or|and|\|)\s/)
    .map((word) => word.trim().replace(policyLink, "").trim());
  const hosts = words.flatMap((word) => {
    const [, inBrackets = ""] = /\(([^()]+)\)$/.exec(word) ?? [];
    return hostOf(word.replace(/\s*\(.*\)$/, "")) ?? hostOf(inBrackets) ?? [];
  });
  const others = words.filter(
    (word) =>
      hostOf(word.replace(/\s*\(.*\)$/, "")) === undefined &&
      !nothing.test(word) &&
      !ofExamples.test(word.replace(/^\*?\./, "").toLowerCase()),
  );
  const [name] = others;
  return { hosts: [...new Set(hosts)], name: name === undefined ? undefined : others.join(", ") };
}
