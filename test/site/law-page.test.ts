import { describe, expect, test } from "vitest";
import { fragmentOf, loadSites, renderFiles, termsIn, textIn, textsOf } from "./law.ts";

const { consent, sentences, labels, sale, rights, transferAreas, roles } = termsIn.get("en")!;

/** The paragraphs around the tables; `at` is how many tables come before. */
const statements = (html: string, at: number): string[] => {
  const group = html.split('class="cookie-policy-group"')[at + 1] ?? "";
  return textsOf(group.split("<table")[0]!, "p").slice(1);
};
const [necessary, preferences, statistics, marketing] = [0, 1, 2, 3] as const;

const inRights = (html: string, tag: string) => textsOf(html, tag, "cookie-policy-rights");

describe("how a page speaks of consent", () => {
  test("is what the site declares, most exactly first", () => {
    const html = fragmentOf(
      `jurisdictions: [FR, US-CA]
consent: { necessary: notice, preferences: none, statistics: opt-in, US-CA: { statistics: notice }, EU: { marketing: opt-in } }
`,
    );
    expect(statements(html, necessary)).toEqual([consent.declared.notice]);
    expect(statements(html, preferences)).toEqual([consent.declared.none]);
    expect(statements(html, statistics)).toEqual([
      `France: ${consent.declared["opt-in"]}`,
      `California: ${consent.declared.notice}`,
    ]);
    expect(statements(html, marketing)).toEqual([
      `France: ${consent.declared["opt-in"]}`,
      `California: ${consent.law["opt-out"]}`,
    ]);
  });

  test("is what the law asks where the site declares nothing", () => {
    const html = fragmentOf("jurisdictions: [CH]\n");
    expect(statements(html, necessary)).toEqual([consent.law.none]);
    expect(statements(html, marketing)).toEqual([consent.law["opt-out"]]);
  });

  test("is nothing where neither says anything, and for what is unclassified", () => {
    expect(statements(fragmentOf("jurisdictions: []\n"), marketing)).toEqual([]);
    const html = fragmentOf("consent: opt-in\n", {
      "data/providers/acme.yaml":
        'name: Acme\ncookies:\n  - name: "x"\n    category: unclassified\n',
    });
    expect(statements(html, 1)).toEqual([]);
  });

  test("says where to refuse what is set until somebody does", () => {
    const keys = `preferences: https://site.example/#cookies\noptOut: https://site.example/choices\n`;
    const linksOf = (more: string) =>
      [...fragmentOf(keys + more).matchAll(/<a href="([^"]*)"><bdi>Refuse these cookies/g)].map(
        ([, href]) => href,
      );
    expect(linksOf("jurisdictions: [CH]\nconsent: { marketing: opt-out }\n")).toEqual([
      "https://site.example/#cookies",
    ]);
    expect(linksOf("jurisdictions: [US-CA]\nconsent: { marketing: opt-out }\n")).toEqual([
      "https://site.example/choices",
    ]);
    expect(linksOf("jurisdictions: [CH]\n")).toEqual([]);
  });

  const exempt = (more = "") => ({
    "data/providers/acme.yaml": `name: Acme
cookies:
  - name: "visitor"
    function: audience-measurement
    purposes: [measure-audience]
    exemption: audience-measurement
${more}`,
  });
  const asked = `  - name: "page"
    function: audience-measurement
    purposes: [analyse-page-use]
`;

  test("names the exemption of a cookie where consent is asked, and what the law then asks", () => {
    const [france, switzerland] = ["FR", "CH"].map((place) =>
      fragmentOf(`jurisdictions: [${place}]\n`, exempt()),
    );
    expect(textIn(france!)).toContain("Exemption: Audience measurement");
    expect(statements(france!, 1)).toEqual([consent.law.none]);
    expect(textIn(switzerland!)).not.toContain("Exemption: Audience measurement");
  });

  test("says that some cookies are exempt where others are not", () => {
    const html = fragmentOf("jurisdictions: [FR]\n", exempt(asked));
    expect(statements(html, 1)).toEqual([consent.law["opt-in"], sentences.exceptions]);
  });

  test("tells at a cookie where it is asked for in another way than its category", () => {
    const cookie = (model: string) => ({
      "data/providers/acme.yaml": `name: Acme
cookies:
  - name: "robots"
    function: bot-detection
    purposes: [tell-people-from-robots]
    exemption: security
    consent: ${model}
`,
    });
    expect(textIn(fragmentOf("", cookie("opt-in")))).toContain(consent.cookie["opt-in"]);
    expect(textIn(fragmentOf("", cookie("none")))).not.toContain(consent.cookie.none);
  });

  test("is not said of a category by the law alone where a cookie in it is set only with consent", () => {
    const html = fragmentOf("", {
      "data/providers/acme.yaml": `name: Acme
cookies:
  - name: "robots"
    function: bot-detection
    purposes: [tell-people-from-robots]
    consent: opt-in
`,
    });
    expect(statements(html, necessary)).toEqual([]);
    expect(textIn(html)).toContain(consent.cookie["opt-in"]);
  });

  test("names the places of each of several ways to refuse", () => {
    const html = fragmentOf(`jurisdictions: [CH, US-CA]
consent: { marketing: opt-out }
preferences: https://site.example/#cookies
optOut: https://site.example/choices
`);
    expect(statements(html, marketing)).toEqual([
      consent.declared["opt-out"],
      `Switzerland: ${labels.refuse}`,
      `California: ${labels.refuse}`,
    ]);
  });

  test("is followed by sale and sharing, legal basis and retention, as far as they are declared", () => {
    const html = fragmentOf(
      `consent: opt-in
sold: { statistics: false }
shared: true
legalBasis: { statistics: consent }
retention: { statistics: 14 months, marketing: until consent-withdrawn }
`,
    );
    expect(statements(html, statistics)).toEqual([
      consent.declared["opt-in"],
      sale.notSold,
      sale.shared,
      "Legal basis: Your consent",
      "The data collected is kept for 14 months",
    ]);
    expect(statements(html, marketing)).toEqual([
      consent.declared["opt-in"],
      sale.shared,
      "The data collected is kept until: You withdraw your consent",
    ]);
    expect(statements(html, necessary)).toEqual([consent.law.none]);
    const both = fragmentOf(
      "jurisdictions: [FR, US-CA]\nconsent: opt-in\nlegalBasis: { marketing: consent }\n",
    );
    expect(statements(both, marketing)).toContain("France: Legal basis: Your consent");
  });
});

test("how long data is kept is said of a category only where it is not said of each cookie", () => {
  const keptFor = (of: string) =>
    statements(
      fragmentOf("consent: opt-in\nretention: { statistics: 14 months }\n", {
        "data/providers/acme.yaml": `name: Acme
cookies:
  - name: "visitor"
    function: audience-measurement
    purposes: [measure-audience]
    dataRetention: 14 months
  - name: "visit"
    function: audience-measurement
    purposes: [measure-audience]
${of}`,
      }),
      1,
    ).slice(1);
  expect(keptFor("")).toEqual(["The data collected is kept for 14 months"]);
  expect(keptFor("    dataRetention: 2 months\n")).toEqual([]);
});

describe("the rights", () => {
  test("stand under the places of their law, where there are several", () => {
    expect(inRights(fragmentOf("jurisdictions: [EU, FR, DE, UK, US-CA]\n"), "h3")).toEqual([
      "If you are in: France, Germany",
      "If you are in: United Kingdom",
      "If you are in: California",
    ]);
    expect(inRights(fragmentOf("jurisdictions: [EU, FR, DE]\n"), "h3")).toEqual([]);
  });

  test("are one sentence that promises nothing where no law is known", () => {
    for (const places of ["[]", "[ZA]"]) {
      const html = fragmentOf(`jurisdictions: ${places}\n`);
      expect(inRights(html, "p")).toEqual([sentences.neutralRights]);
      expect(inRights(html, "li")).toEqual([]);
    }
  });

  test("name the authorities of each place, the site's own instead of that of its place", () => {
    const authority = "authority: { name: Example Authority, url: https://authority.example";
    const itemsOf = (keys: string) =>
      inRights(fragmentOf(keys), "li").filter((one) => !Object.values(rights).includes(one));
    const [french, danish] = ["cnil", "datatilsynet-dk"].map(
      (id) => termsIn.get("en")!.authorities![id]!,
    );
    expect(itemsOf("jurisdictions: [FR, DK]\n")).toEqual([french, danish]);
    expect(itemsOf(`jurisdictions: [FR, DK]\n${authority} }\n`)).toEqual([
      "Example Authority",
      danish,
    ]);
    expect(itemsOf(`jurisdictions: [FR, DK]\n${authority}, jurisdiction: DK }\n`)).toEqual([
      "Example Authority",
      french,
    ]);
  });

  test("say that any authority of the Union can be turned to, alone where none is named", () => {
    expect(inRights(fragmentOf("jurisdictions: [EU]\n"), "p").at(-1)).toBe(
      sentences.complainAnywhere,
    );
    expect(inRights(fragmentOf("jurisdictions: [FR]\n"), "p").slice(-2)).toEqual([
      sentences.complain,
      sentences.anyAuthority,
    ]);
    expect(inRights(fragmentOf("jurisdictions: [CH]\n"), "p").at(-1)).toBe(sentences.report);
  });

  test("lead to the controller where the law wants complaints there first", () => {
    const linkOf = (keys: string) =>
      /The controller: <a href="([^"]*)">/.exec(fragmentOf(`jurisdictions: [UK]\n${keys}`))?.[1];
    expect(linkOf("")).toBe("#cookie-policy-controller");
    expect(linkOf("complaints: { url: https://site.example/c }\n")).toBe("https://site.example/c");
    expect(linkOf("complaints: { email: c@site.example }\n")).toBe("mailto:c@site.example");
  });

  test("show the addresses of hosts in letters", () => {
    const html = fragmentOf("jurisdictions: [UK]\ncomplaints: { email: c@münchen.example }\n");
    expect(html).toContain("mailto:c@xn--mnchen-3ya.example");
    expect(html).toContain("c@münchen.example<");
  });

  test("name representatives and the person whom the law of the place asks for", () => {
    const html = fragmentOf(`jurisdictions: [FR, BR]
representative:
  EU: { name: Example SARL, address: [1 rue, 00000 Ville], email: eu@site.example }
personInCharge:
  BR: { name: A. Exemplo, title: Head of Privacy }
`);
    const paragraphs = inRights(html, "p");
    expect(paragraphs).toContain("Representative:Example SARL1 rue00000 Villeeu@site.example");
    expect(paragraphs).toContain(
      `${termsIn.get("en")!.contacts.encarregado}:A. ExemploHead of Privacy`,
    );
    const quebec = fragmentOf(`jurisdictions: [CA-QC]
personInCharge: { CA-QC: { title: Privacy Officer } }
`);
    expect(inRights(quebec, "p")).toContain(
      `${termsIn.get("en")!.contacts["person-in-charge"]}:Privacy Officer`,
    );
  });

  test("name what a language has no word for in the language of the law, and say where it holds in their own", () => {
    const render = renderFiles(loadSites({ site: "jurisdictions: [BR]\nlanguages: [fr]\n" }));
    const html = render("site").get("fr/fragment.html")!();
    expect(html).toContain(
      `<span lang="pt-BR">${termsIn.get("pt-BR")!.laws["lgpd"]}</span> (Brésil)`,
    );
    expect(html).not.toContain('lang="en"');
  });
});

describe("a provider", () => {
  const factsOf = (acme: string, keys = "") => {
    const html = fragmentOf(keys, {
      "data/providers/acme.yaml": `name: Acme\n${acme}`,
    });
    const section = html.split('id="cookie-policy-provider-acme"')[1]!;
    const own = section.split("</section>")[0]!;
    return { html, statements: textsOf(own, "p"), text: textIn(own) };
  };
  const cookies =
    'cookies:\n  - name: "x"\n    function: audience-measurement\n    category: statistics\n';

  test("whose recipients nobody states says so, and leads to the provider's own list", () => {
    expect(factsOf(cookies).text).toContain(`${labels.recipients}${labels.notStated}`);
    expect(factsOf(`recipients: []\n${cookies}`).text).toContain(labels.nobody);
    const listed = factsOf(`subprocessors: https://acme.example/sub\n${cookies}`);
    expect(listed.text).toContain(`${labels.notStated}Sub-processors: Acme`);
  });

  test("a provider that the site runs itself receives nothing", () => {
    const {
      statements: said,
      text,
      html,
    } = factsOf(`operator: site\nentity: Acme Holding\n${cookies}`);
    expect(said).toEqual([labels.runBySite]);
    expect(text).not.toContain("Acme Holding");
    expect(text).not.toContain(labels.recipients);
    expect(textIn(html)).not.toContain("Other organisations receive data");
  });

  test("a provider that sets nothing stands in the category of its purposes all the same", () => {
    const { html, statements: said } = factsOf("purposes: [measure-audience]\ncookies: []\n");
    expect(said).toEqual([labels.setsNoCookies]);
    expect(textsOf(html, "th")).toContain(labels.setsNoCookies);
    expect(textIn(html)).toContain("Other organisations receive data");
    expect(textIn(html)).not.toContain("It uses only necessary cookies");
    expect(statements(html, 1)).toEqual([]);
  });

  test("is the company that is responsible where the visitors are", () => {
    const entities = `entity: Acme Inc.
country: US
entities:
  EU: { name: Acme Ireland Ltd., country: IE }
${cookies}`;
    const { text } = factsOf(entities, "jurisdictions: [FR, US-CA]\n");
    expect(text).toContain("France: Acme Ireland Ltd.California: Acme Inc.");
    expect(text).toContain("France: IrelandCalifornia: United States");
    expect(factsOf(entities, "jurisdictions: [FR]\n").text).toContain("Acme Ireland Ltd.");
    expect(factsOf(entities, "jurisdictions: [FR]\n").text).not.toContain("Acme Inc.");
  });

  test("is said to act for the site or for itself only where that is stated", () => {
    expect(factsOf(cookies).statements).toEqual([]);
    expect(factsOf(`role: processor\n${cookies}`).statements).toEqual([roles.processor]);
  });

  test("has transfers that leave the area of some law, by its name where all share it", () => {
    const transfers = `transfers: [{ country: DE }, { country: US }]\n${cookies}`;
    const textFor = (keys: string) => factsOf(transfers, keys).text;
    const [eea, abroad] = [transferAreas.eea, transferAreas.abroad];
    expect(textFor("jurisdictions: [FR, NL]\n")).toContain(`${eea}United States`);
    expect(textFor("jurisdictions: [CH]\n")).toContain(
      `${transferAreas.switzerland}GermanyUnited States`,
    );
    expect(textFor("jurisdictions: [FR, UK]\n")).toContain(`${abroad}GermanyUnited States`);
    const inside = factsOf(`transfers: [{ country: DE }]\n${cookies}`, "jurisdictions: [FR]\n");
    expect(inside.text).not.toContain("Germany");
    expect(textIn(inside.html)).not.toContain("send data to other countries");
  });
});

test("a transfer names a safeguard only where a law of the site knows it", () => {
  const acme = {
    "data/providers/acme.yaml":
      "name: Acme\ntransfers: [{ country: US, safeguard: dpf-swiss }]\npurposes: [show-ads]\ncookies: []\n",
  };
  const { safeguards } = termsIn.get("en")!;
  const textFor = (place: string) => textIn(fragmentOf(`jurisdictions: [${place}]\n`, acme));
  expect(textFor("CH")).toContain(`United States – ${safeguards["dpf-swiss"]}`);
  expect(textFor("FR")).toContain("United States");
  expect(textFor("FR")).not.toContain(safeguards["dpf-swiss"]);
});

test("a country of several safeguards is named with those that a law of the site knows, else once", () => {
  const acme = {
    "data/providers/acme.yaml": `name: Acme
transfers:
  - { country: US, safeguard: data-privacy-framework }
  - { country: US, safeguard: dpf-uk-extension }
purposes: [show-ads]
cookies: []
`,
  };
  const { safeguards } = termsIn.get("en")!;
  const transfersFor = (places: string) =>
    textsOf(
      fragmentOf(`jurisdictions: [${places}]\n`, acme),
      "dd",
      "cookie-policy-provider",
    ).filter((text) => text.includes("United States"));
  const [eu, uk] = [safeguards["data-privacy-framework"], safeguards["dpf-uk-extension"]];
  expect(transfersFor("UK")).toEqual([`United States – ${uk}`]);
  expect(transfersFor("EU, UK")).toEqual([`United States – ${eu}`, `United States – ${uk}`]);
  expect(transfersFor("CH")).toEqual(["United States"]);
});

describe("what the prose says under conditions", () => {
  test("holds for the law and the consent of the site", () => {
    const california = textIn(
      fragmentOf("jurisdictions: [US-CA]\noptOut: https://site.example/choices\ngpc: {}\n"),
    );
    expect(california).toContain("Your Privacy Choices");
    expect(california).toContain("Global Privacy Control");
    expect(california).toContain("You can refuse some cookies");
    expect(california).not.toContain("withdraw it at any time");
    const union = textIn(fragmentOf("jurisdictions: [EU]\n"));
    expect(union).not.toContain("Your Privacy Choices");
    expect(union).toContain("withdraw it at any time");
    const turkey = textIn(fragmentOf("jurisdictions: [TR]\nconsent: opt-in\n"));
    expect(turkey).toContain("free to refuse any cookie that requires your consent");
    expect(turkey).not.toContain("withdraw it at any time");
  });

  test("names the privacy policy of the site in the language of the page", () => {
    const privacy = "privacyPolicy: { en: https://site.example/en, fr: https://site.example/fr }\n";
    expect(fragmentOf(privacy)).toContain('href="https://site.example/en"');
  });
});

test("a site that honours Global Privacy Control states it where browsers look for it", () => {
  const filesOf = (keys: string) => renderFiles(loadSites({ site: keys }))("site");
  const statement = filesOf("gpc: { since: 2026-01-01 }\n").get(".well-known/gpc.json")!();
  expect(JSON.parse(statement)).toEqual({ gpc: true, lastUpdate: "2026-01-01" });
  expect(filesOf("").has(".well-known/gpc.json")).toBe(false);
});

test("a site has its name and addresses in the language of each page", () => {
  const render = renderFiles(
    loadSites({
      site: `name: { en: City Shop, fr: Boutique }
languages: [en, fr]
preferences: { en: https://site.example/en#c, fr: https://site.example/fr#c }
controller: { name: { en: City, fr: Ville } }
`,
    }),
  );
  const french = render("site").get("fr/fragment.html")!();
  expect(french).toContain("Boutique");
  expect(french).toContain("https://site.example/fr#c");
  expect(textIn(french)).toContain("Ville");
  expect(french).not.toContain("City");
});
