import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../../src/registry/project.ts";
import type { Files } from "../../project.ts";

/** Klingon has a code of its own and never will have words in the package. */
export const klingon = "tlh";

export interface SiteState {
  readonly parent: "platform" | "north" | "south";
  readonly isRow: boolean;
  readonly name: string;
  readonly languages?: readonly string[];
  readonly adds?: readonly string[];
  readonly outputs?: string;
  readonly brand?: boolean;
  readonly policyUrl?: boolean;
  /** Of a cookie of provider `one`; not in a row. */
  readonly override?: { readonly duration: string; readonly recipients: string };
}

export interface ProviderState {
  readonly name: string;
  readonly formerly?: string;
  readonly recipients?: string;
  readonly cookies: readonly { readonly name: string; readonly duration: string }[];
  readonly purpose: string;
}

/** A registry, as few words as can be edited. */
export interface State {
  readonly sites: Readonly<Record<string, SiteState>>;
  readonly providers: Readonly<Record<string, ProviderState>>;
  readonly platform: { readonly controller: string; readonly languages: readonly string[] };
  readonly northAdds: string;
  readonly southExtends: "platform" | "north";
  /** Files as they are. */
  readonly files: Readonly<Record<string, string>>;
}

const provider = (name: string): ProviderState => ({
  name,
  cookies: [{ name: `${name.toLowerCase()}-id`, duration: "3 days" }],
  purpose: "remember-user",
});

export const beginning: State = {
  sites: {
    alpha: { parent: "north", isRow: false, name: "Alpha" },
    beta: { parent: "south", isRow: true, name: "Beta, Inc." },
    gamma: { parent: "platform", isRow: true, name: "Gamma", languages: ["fr"] },
    delta: { parent: "platform", isRow: false, name: "Delta", languages: ["en", klingon] },
  },
  providers: {
    one: provider("One"),
    two: { ...provider("Two"), recipients: "three" },
    three: provider("Three"),
    four: provider("Four"),
  },
  platform: { controller: "Platform", languages: ["en", "fr"] },
  northAdds: "two",
  southExtends: "platform",
  files: {
    [`content/${klingon}/terms.yaml`]: "author: A\nreview: pending\ntitle: tlhIngan Hol\n",
  },
};

const yamlOf = (id: string, site: SiteState): string => {
  const { parent, name, languages, adds, outputs, brand, policyUrl, override } = site;
  const overridden = override
    ? [
        `{ id: one, override: { "one-id": { duration: ${override.duration}, recipients: [${override.recipients}] } } }`,
      ]
    : [];
  const providers = [...(adds ?? []), ...overridden];
  const lines = [
    `extends: ${parent}`,
    `name: "${name}"`,
    `url: https://${id}.example`,
    ...(languages ? [`languages: [${languages.join(", ")}]`] : []),
    ...(languages?.includes(klingon) ? ["fallback: en"] : []),
    ...(outputs ? [`outputs: [${outputs.replace(" ", ", ")}]`] : []),
    ...(brand ? ['brand: { light: "#0b5cad", dark: "#8ec5ff" }'] : []),
    ...(policyUrl ? [`policyUrl: { en: https://${id}.example/cookies }`] : []),
    ...(override ? ["providers:", "  remove: [one]", "  add:"] : []),
    ...(!override && providers.length > 0 ? ["providers:", "  add:"] : []),
    ...providers.map((one) => `    - ${one}`),
  ];
  return `${lines.join("\n")}\n`;
};

const columns =
  "id,extends,name,url,languages,fallback,outputs,brand.light,brand.dark,policyUrl.en,providers.add";

function rowOf(id: string, site: SiteState): string {
  const { parent, name, languages = [], adds = [], outputs = "", brand, policyUrl } = site;
  const fallback = languages.includes(klingon) ? "en" : "";
  const colours = brand ? "#0b5cad,#8ec5ff" : ",";
  const address = policyUrl ? `https://${id}.example/cookies` : "";
  return `${id},${parent},"${name}",https://${id}.example,${languages.join(" ")},${fallback},${outputs},${colours},${address},${adds.join(" ")}\n`;
}

const providerOf = ({ name, formerly, recipients, cookies, purpose }: ProviderState): string =>
  [
    `name: ${name}`,
    ...(formerly ? [`formerly: [${formerly}]`] : []),
    ...(recipients === undefined ? [] : [`recipients: [${recipients}]`]),
    "cookies:",
    ...cookies.flatMap((cookie) => [
      `  - name: "${cookie.name}"`,
      "    function: authentication",
      `    purposes: [${purpose}]`,
      `    duration: ${cookie.duration}`,
    ]),
    "",
  ].join("\n");

/** The project's files. */
export function filesOf({
  sites,
  providers,
  platform,
  northAdds,
  southExtends,
  files,
}: State): Files {
  const all = Object.entries(sites);
  const rows = all.filter(([, { isRow, override }]) => isRow && !override);
  const others = all.filter((one) => !rows.includes(one));
  return {
    "data/sites/platform.yaml": `abstract: true\ncontroller: { name: ${platform.controller} }\nlanguages: [${platform.languages.join(", ")}]\nproviders: [one]\nupdated: 2026-11-01\n`,
    "data/sites/north.yaml": `extends: platform\nabstract: true\nproviders: { add: [${northAdds}] }\n`,
    "data/sites/south.yaml": `extends: ${southExtends}\nabstract: true\n`,
    ...(rows.length > 0
      ? {
          "data/sites/customers.csv": `${columns}\n${rows.map((one) => rowOf(...one)).join("")}`,
        }
      : {}),
    ...Object.fromEntries(others.map(([id, site]) => [`data/sites/${id}.yaml`, yamlOf(id, site)])),
    ...Object.fromEntries(
      Object.entries(providers).map(([id, one]) => [`data/providers/${id}.yaml`, providerOf(one)]),
    ),
    ...files,
  };
}

/** A file of the package, to be overlaid by one that is a little different. */
export const original = (path: string): string => readFileSync(join(packageFolder, path), "utf8");
