import { expect, test } from "vitest";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { attributeOf, elementsIn, elementsOf, textOf } from "./rendering.ts";
import { checkout } from "../checkout.ts";

const { registry } = checkout;
const plan = planOutput(registry, ["delwp"]);

function tablesOf(language: string): string[][][] {
  return elementsOf(plan.get(`delwp/${language}/index.html`)!(), "table").map((table) =>
    elementsIn(table)
      .filter(({ tagName }) => tagName === "tr")
      .map((row) =>
        elementsIn(row)
          .filter(({ tagName }) => tagName === "th" || tagName === "td")
          .map(textOf),
      ),
  );
}

test("the table of the original page, cell by cell, with its mixed language mended and a duration", () => {
  expect(tablesOf("en")).toEqual([
    [
      ["Category", "Number", "Service providers", "Longest duration"],
      [
        "Necessary cookiesThe law does not require your consent to them.",
        "4",
        "Opendatasoft",
        "12 months",
      ],
    ],
    [
      [
        "Service provider’s name",
        "Function and location",
        "Cookie name(s)",
        "Purposes",
        "Duration",
      ],
      [
        "Opendatasoft",
        "Authentication (front and back office)",
        "sessionid",
        "To remember the user from one page to another",
        "2 weeks by default",
      ],
      [
        "Opendatasoft",
        "Language selection (front and back office)",
        "django_languageOnly if the site is available in more than one language",
        "To remember the visitor’s language",
        "12 months",
      ],
      [
        "Opendatasoft",
        "API (CSRF) – front and back office",
        "csrftoken",
        "To retrieve data via API calls",
        "Up to 12 months",
      ],
      [
        "Opendatasoft",
        "Choices related to your cookie preferences",
        "cookies_preferences",
        "To remember the visitor’s cookie preferences",
        "6 months",
      ],
    ],
  ]);
});

test("the same table in French", () => {
  expect(tablesOf("fr")).toMatchInlineSnapshot(`
    [
      [
        [
          "Catégorie",
          "Nombre",
          "Prestataires",
          "Durée de vie la plus longue",
        ],
        [
          "Cookies nécessairesLa loi ne requiert pas votre consentement pour ces cookies.",
          "4",
          "Opendatasoft",
          "12 mois",
        ],
      ],
      [
        [
          "Nom du prestataire",
          "Fonction et emplacement",
          "Nom du ou des cookies",
          "Finalités",
          "Durée de vie",
        ],
        [
          "Opendatasoft",
          "Authentification (partie publique et espace d’administration)",
          "sessionid",
          "Reconnaître l’utilisateur d’une page à l’autre",
          "2 semaines par défaut",
        ],
        [
          "Opendatasoft",
          "Choix de la langue (partie publique et espace d’administration)",
          "django_languageSeulement si le site est disponible en plusieurs langues",
          "Mémoriser la langue du visiteur",
          "12 mois",
        ],
        [
          "Opendatasoft",
          "API (CSRF) – partie publique et espace d’administration",
          "csrftoken",
          "Récupérer des données au moyen d’appels à l’API",
          "12 mois au maximum",
        ],
        [
          "Opendatasoft",
          "Choix relatifs à vos préférences en matière de cookies",
          "cookies_preferences",
          "Mémoriser les préférences du visiteur en matière de cookies",
          "6 mois",
        ],
      ],
    ]
  `);
});

test("the provider's name leads to its privacy policy", () => {
  const links = elementsOf(plan.get("delwp/en/index.html")!(), "a").map((a) =>
    attributeOf(a, "href"),
  );
  expect(links).toContain("https://www.opendatasoft.com/en/privacy-policy");
});

test("a portal without statistics does not say that it measures its audience", () => {
  const html = plan.get("delwp/en/fragment.html")!();
  expect(html).not.toMatch(/statistics cookie|used for advertising|measure how many people/i);
  expect(html).toContain("This site uses only necessary cookies.");
});

test("no page claims that anonymous statistics need no consent", () => {
  for (const render of planOutput(registry, registry.sites.keys()).values())
    expect(render()).not.toMatch(/anonym/i);
});
