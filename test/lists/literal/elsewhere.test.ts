import { expect, test } from "vitest";
import { readListText } from "../../../src/lists/read-list.ts";

/** The names of a script, and what is said of it. */
function read(text: string) {
  const { cookies, diagnostics } = readListText({ file: "stdin", text });
  return {
    names: cookies.map(({ name, provider = "-" }) => `${name} ${provider}`),
    said: diagnostics.map(({ rule, message, location }) =>
      [location.line, rule, message.replace(/, expected.*$/, "")].join(" "),
    ),
  };
}

const vanilla = `import { CookieConsentConfig } from "vanilla-cookieconsent";
export const config: CookieConsentConfig = {
  ...common,
  categories: {
    analytics: {
      autoClear: { cookies: [{ name: \`_ac_a\` }, { name: "_ac_b" as string }, ...more] },
      services: { ...others, ac: { label: \`Acme\`, onAccept() { go(); }, cookies: [{ name: /^_ac_c/ }] } },
    },
    marketing,
  },
  language: {
    default: "en",
    translations: {
      en: { preferencesModal: { sections: [
        { linkedCategory: "analytics", cookieTable: { headers: { name: "Cookie", domain: "Domain" }, body: [
          { name: "_ac_d", domain: location.hostname },
          { name: prefix + "_ac", domain: "acme.example" },
          ...rows,
        ] } },
        section(),
      ] } },
    },
  },
} satisfies CookieConsentConfig;
`;

test("of a configuration of vanilla-cookieconsent, what no data says is told, each at its place", () => {
  expect(read(vanilla)).toEqual({
    names: ["_ac_d -", "_ac_c* Acme", "_ac_a -", "_ac_b -"],
    said: [
      '3 unreadable-list "...common" in place of a part of the configuration',
      '18 unreadable-list "...rows" in place of a table',
      '16 unreadable-list "location.hostname" in place of a cell',
      '17 unreadable-list "prefix + \\"_ac\\"" in place of a cell',
      '17 unusable-name row with "acme.example" and no name',
      '20 unreadable-list "section()" in place of a section',
      '7 unreadable-list "...others" in place of a part of what it erases',
      '6 unreadable-list "...more" in place of a name',
      '9 unreadable-list "marketing" in place of a category',
    ],
  });
});

test.each(["en", "en: enTexts", 'en: "/en.json"', 'en: () => import("./en.js")'])(
  "texts that stand elsewhere are told: %s",
  (texts) => {
    const text = `run({ categories: { marketing: { autoClear: { cookies: [{ name: "_ac" }] } } },\nlanguage: { default: "en", translations: { ${texts} } } });`;
    const { names, said } = read(text);
    expect(names).toEqual(["_ac -"]);
    expect(said.join()).toMatch(/^2 unreadable-list ".+" in place of texts$/);
  },
);

test("of services of Klaro, those that no data says are told, and names by their keys are read", () => {
  const text = `var klaroConfig = { version: 1, services: [
    { name: "acme", title: brand, purposes: ["analytics"], cookies: [
      ["_ac_a", "/", domain], { pattern: /^_ac_b/, path: "/" }, NAME, { regex: "x" }, \`\${id}_x\`] },
    { name: "bcme", cookies: ["_bc"] },
    { ...acme, name: "ccme", purposes, cookies: names },
    ...more,
  ] };`;
  expect(read(text)).toEqual({
    names: ["_ac_a acme", "_ac_b* acme", "_bc bcme"],
    said: [
      '5 unreadable-list "...acme" in place of a part of a service',
      '6 unreadable-list "...more" in place of a service',
      '3 unreadable-list "NAME" in place of a name',
      '3 unreadable-list "{ regex: \\"x\\" }" in place of a name',
      '3 unreadable-list "`${id}_x`" in place of a name',
      '5 unreadable-list "names" in place of names',
    ],
  });
});

test("of purposes of Orejime, and of services of tarteaucitron, likewise", () => {
  const orejime = `var orejimeConfig = { privacyPolicyUrl: "", purposes: [{ id: "marketing", cookies: ["_ac"] }, one] };`;
  expect(read(orejime)).toEqual({
    names: ["_ac -"],
    said: ['1 unreadable-list "one" in place of a purpose'],
  });
  const service = `tarteaucitron.services.ac = { key: "ac", type: "ads", name: "Acme", cookies: ["_ac", "_ac_" + id] };`;
  expect(read(service)).toEqual({
    names: ["_ac Acme"],
    said: ['1 unreadable-list "\\"_ac_\\" + id" in place of a name'],
  });
});
