import type { Example } from "../../rules/rule.ts";
import {
  type Cookie,
  overrideSchema,
  type Provider,
  providerSchema,
} from "../../registry/schema/provider.ts";
import { type Site, siteFileSchema } from "../../registry/schema/site.ts";

/** YAML by key; a key without any is left out. */
type Keys<T> = { readonly [Key in keyof T]?: string | undefined };

function write<T>(keys: Keys<T>, order: object, indent = ""): string {
  const written = Object.keys(order).flatMap((key) => {
    const value = keys[key as keyof T];
    if (value === undefined) return [];
    return [`${indent}${key}:${value.startsWith("\n") ? "" : " "}${value}\n`];
  });
  return written.join("");
}

const usualSite: Keys<Site> = {
  name: "Example",
  url: "https://example.example",
  controller: "{ name: Example SA, email: privacy@example.example }",
  complaints: "{ email: complaints@example.example }",
  privacyPolicy: "https://example.example/privacy",
  consent: "opt-in",
  optOut: "https://example.example/your-choices",
  gpc: "{ display: https://example.example/your-choices }",
  sold: "false",
  shared: "false",
  authority: "{ name: CNIL, url: https://www.cnil.fr }",
  languages: "[en]",
  providers: "[example]",
  preferences: "https://example.example/#cookies",
  objection: "https://example.example/#object",
  updated: "2026-11-01",
};

/** The site of an example, in which nothing is wrong but for these keys. */
export const exampleSite = (keys: Keys<Site>): Example => ({
  "data/sites/example.yaml": write({ ...usualSite, ...keys }, siteFileSchema.shape),
});

const usualCookies: Readonly<Record<string, Keys<Cookie>>> = {
  sid: { function: "authentication", purposes: "[check-identity]", duration: "session" },
  choice: {
    function: "consent-choices",
    purposes: "[remember-cookie-preferences]",
    duration: "6 months",
  },
  theme: {
    function: "display-settings",
    purposes: "[remember-display]",
    duration: "6 months",
  },
  csrf: { function: "form-protection", purposes: "[verify-requests]", duration: "6 months" },
  node: { function: "load-balancing", purposes: "[distribute-requests]", duration: "session" },
  visitor: {
    function: "audience-measurement",
    purposes: "[measure-audience]",
    duration: "13 months",
    selfRenewing: "false",
    dataRetention: "25 months",
  },
};

/** A cookie of an example: the usual one of that name, if there is one, but for these keys. */
export const exampleCookie = (name: string, keys: Keys<Cookie> = {}): string => {
  const lines = write({ ...usualCookies[name], ...keys }, overrideSchema.shape, "    ");
  return `  - name: "${name}"\n${lines}`;
};

/** The provider `id` of an example: nobody else has the data, unless its keys say so. */
export const exampleProvider = (
  keys: Keys<Provider>,
  cookies: readonly string[],
  id = "example",
): Example => ({
  [`data/providers/${id}.yaml`]: write(
    {
      name: "Example",
      country: "FR",
      recipients: "[]",
      transfers: "[]",
      ...keys,
      cookies: `\n${cookies.join("").trimEnd()}`,
    },
    providerSchema.shape,
  ),
});
