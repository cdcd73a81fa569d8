import { cookiesOf, type ProviderCookie } from "../../registry/cookies.ts";
import type { Entry } from "../../registry/entry.ts";
import type { Registry } from "../../registry/registry.ts";
import type { Provider } from "../../registry/schema/provider.ts";
import { isLegalForm } from "../../vocabulary/legal-forms.ts";
import { indexByName } from "../../vocabulary/name-index.ts";
import { fixedOf } from "../../vocabulary/name-pattern.ts";
import { registrableDomain } from "../../vocabulary/party.ts";

/** A cookie that a provider of the registry declares. */
export interface DeclaredIn extends ProviderCookie {
  readonly provider: Entry<Provider>;
}

/** The providers of a registry, asked by what a list says. */
export interface KnownCookies {
  readonly get: (id: string) => Entry<Provider> | undefined;
  /** Whether a provider is of the project itself. */
  readonly isOwn: (entry: Entry<Provider>) => boolean;
  /** Those whose name stands for one, the most specific first. */
  readonly named: (name: string) => readonly DeclaredIn[];
  /** Those that have a host of that registrable domain. */
  readonly ofHost: (host: string) => readonly Entry<Provider>[];
  /** The one of exactly that name, of its own or of its company. */
  readonly called: (text: string) => Entry<Provider> | undefined;
  /** Whether a text names a provider: exactly, by its parent, or among other words. */
  readonly isNamedBy: (entry: Entry<Provider>, text: string) => boolean;
}

/** A pattern with fewer fixed characters stands for too much to tell anything. */
const leastFixed = 3;

/** The words of a name, without marks, brackets and the forms of companies at its end. */
export function plainName(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\(.*?\)/g, " ")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  while (words.length > 1 && isLegalForm(words.at(-1)!, "name")) words.pop();
  return words
    .join(" ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Names that are also words, which a sentence may well hold. */
const leastOfMention = 4;

export function indexKnownCookies(registry: Registry): KnownCookies {
  const { providers, project } = registry;
  const all = providers.all();
  const owns = ({ layers }: Entry<Provider>) => project.owns(layers[0].file);
  const inOrder = [...all.filter(owns), ...all.filter((entry) => !owns(entry))];
  const find = indexByName(
    inOrder.flatMap((provider) =>
      cookiesOf(provider, registry).map((cookie): DeclaredIn => ({ ...cookie, provider })),
    ),
  );
  const byDomain = new Map<string, Set<Entry<Provider>>>();
  const byName = new Map<string, Entry<Provider>[]>();
  const put = (key: string, entry: Entry<Provider>) =>
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  for (const entry of inOrder) {
    const { name, domains = [], cookies } = entry.value;
    put(plainName(name), entry);
    for (const host of [...domains, ...cookies.flatMap(({ domain }) => domain ?? [])]) {
      const domain = registrableDomain(host);
      byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(entry));
    }
  }
  const byEntity = new Map<string, Entry<Provider>[]>();
  for (const entry of inOrder) {
    const key = plainName(entry.value.entity ?? "");
    if (key !== "") byEntity.set(key, [...(byEntity.get(key) ?? []), entry]);
  }
  const only = (entries: readonly Entry<Provider>[] | undefined) =>
    entries?.length === 1 ? entries[0] : undefined;

  return {
    get: (id) => providers.get(id),
    isOwn: owns,
    named(name) {
      const found = new Set<DeclaredIn>();
      find(name, (cookie) => {
        if (fixedOf(cookie.name) >= leastFixed) found.add(cookie);
      });
      return [...found].toSorted((a, b) => fixedOf(b.name) - fixedOf(a.name));
    },
    ofHost: (host) => [...(byDomain.get(registrableDomain(host)) ?? [])],
    called(text) {
      const plain = plainName(text);
      return only(byName.get(plain)) ?? only(byEntity.get(plain));
    },
    isNamedBy({ layers, value: { name, entity } }, text) {
      const plain = plainName(text);
      const parent = layers.map(({ value }) => value["extends"]).find((id) => id !== undefined);
      const house = typeof parent === "string" ? providers.get(parent)?.value.name : undefined;
      const own = [name, entity, house].flatMap((one) => (one === undefined ? [] : plainName(one)));
      if (own.includes(plain)) return true;
      const mention = plainName(name);
      const words = plainName(text.replaceAll(/[()]/g, " "));
      return mention.length >= leastOfMention && ` ${words} `.includes(` ${mention} `);
    },
  };
}
