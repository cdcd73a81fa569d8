import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "js-yaml";
import { readFileSync } from "node:fs";
import { categoryIn } from "../../../src/lists/words/categories.ts";
import { exactRole, type Role } from "../../../src/lists/words/heads.ts";
import { partyNamedIn, storageNamedIn } from "../../../src/lists/words/kinds.ts";
import { durationIn } from "../../../src/lists/words/lengths.ts";
import { units } from "../../../src/vocabulary/duration.ts";
import { root } from "../../project.ts";

interface Words {
  readonly columns: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, { readonly name: string }>>;
}

const tags = readdirSync(join(root, "content"));
const wordsOf = (tag: string) =>
  load(readFileSync(join(root, "content", tag, "terms.yaml"), "utf8")) as Words;

/** Languages that inherit theirs from another. */
const withColumns = tags.filter((tag) => "columns" in wordsOf(tag));

const roles: Readonly<Record<string, Role>> = {
  provider: "provider",
  name: "cookie-name",
  duration: "duration",
  purposes: "purpose",
  function: "purpose",
  storage: "storage",
};

describe.each(withColumns)("in %s", (tag) => {
  const { columns, categories } = wordsOf(tag);

  test("the heads of our own tables are known", () => {
    const found = Object.entries(roles).map(([column]) => [column, exactRole(columns[column]!)]);
    expect(Object.fromEntries(found)).toEqual(roles);
  });

  test("our own names of categories are known", () => {
    const found = Object.entries(categories).map(([id, { name }]) => [id, categoryIn(name)]);
    expect(found).toEqual(Object.keys(categories).map((id) => [id, id]));
  });
});

describe.each(tags)("in %s", (tag) => {
  test("lengths of time are read as the language writes them", () => {
    const wrong = units.flatMap((unit) =>
      [1, 2, 3, 5, 13, 24].flatMap((count) => {
        const format = new Intl.NumberFormat(tag, {
          style: "unit",
          unit,
          unitDisplay: "long",
          numberingSystem: "latn",
        });
        const text = format.format(count);
        const read = durationIn(text, tag);
        return read === `${count} ${unit}${count === 1 ? "" : "s"}` ? [] : [`${text}: ${read}`];
      }),
    );
    // These two have no names of their own for some units in the standard library.
    expect(tag === "mt" || tag === "ga" ? [] : wrong).toEqual([]);
  });
});

test.each([
  ["Session", "session"],
  ["session cookie", "session"],
  ["Sitzungsende", "session"],
  ["Fin de session", "session"],
  ["1 año", "1 year"],
  ["13 Monate", "13 months"],
  ["persistent", "persistent"],
  ["2 years 1 month", "25 months"],
  ["30 min.", "30 minutes"],
  ["1,5 Stunden", "90 minutes"],
  ["2 semaines par défaut", "2 weeks by default"],
  ["Jusqu’à 12 mois", "up to 12 months"],
  ["bis zu 2 Jahre", "up to 2 years"],
  ["24 hours (1 day)", "24 hours"],
  ["Persistent (2 years)", "2 years"],
  ["1,000 days", "1000 days"],
  ["1.000 Tage", "1000 days"],
  ["365 day(s)", "365 days"],
  ["un an", "1 year"],
  ["30 mn", "30 minutes"],
  ["30日間", "30 days"],
  ["1年1か月", "13 months"],
  ["2年", "2 years"],
  ["34128000 seconds", "395 days"],
  ["6 months after last activity", "6 months after last activity"],
  ["سنتان", "2 years"],
  ["First-party persistent cookie, 6 months", "6 months"],
  ["First-party session cookie, deleted after you quit your browser", "session"],
  ["Third party session cookie deleted when you close your browser", "session"],
  ["Persistente, 90 días", "90 days"],
  ["maximal 13 Monate", "up to 13 months"],
  ["Maximaal 2 jaar", "up to 2 years"],
  ["When you close the browser", "session"],
  ["Fino alla chiusura del browser", "session"],
  ["durata indefinita", "persistent"],
  ["30 minutes of inactivity", "30 minutes after last activity"],
  ["2 years / session", "session or 2 years"],
  ["Session ou 13 mois", "session or 13 months"],
  ["2 años desde la última actualización", "2 years after last activity"],
])("a list says %j for %j", (text, duration) => {
  expect(durationIn(text)).toBe(duration);
});

test.each([
  "until you leave",
  "1 year 1 month 4 days",
  "A few seconds",
  "2914047 Days",
  "10 Nov 2030",
  "Session (30 days)",
  "6 M",
  "13M",
  "13m",
  "1 hour or longer",
  "",
  "година",
  "2 години",
  "12",
  "1 year / 2 years",
  "Session, 2 years",
  "not only for the session",
  "Session storage",
])("a list does not say for certain how long %j is", (text) => {
  expect(durationIn(text)).toBeUndefined();
});

test("a word that means two things is read in its language alone", () => {
  expect([durationIn("2 години", "bg"), durationIn("2 години", "uk")]).toEqual([
    "2 years",
    "2 hours",
  ]);
  expect([durationIn("2 J.", "de-CH"), durationIn("390 j", "fr")]).toEqual(["2 years", "390 days"]);
});

test.each([
  ["Strictly necessary cookies", "necessary"],
  ["Essenziell (3)", "necessary"],
  ["Non-essential cookies", undefined],
  ["Fonctionnels (exemptés)", "necessary"],
  ["Non exemptés", undefined],
  ["Nicht notwendige Cookies", undefined],
  ["Cookies that are necessary for the platform to function / functionality cookies", "necessary"],
  ["Performance Cookies", "statistics"],
  ["Statistics and marketing", undefined],
  ["Targeting", "marketing"],
  ["Functional", "functional"],
  ["Pending", "unclassified"],
  ["Our partners", undefined],
  ["Bewerbung", undefined],
  ["Sonstiges", "unclassified"],
])("a heading %j tells the category %j", (text, category) => {
  expect(categoryIn(text)).toBe(category);
});

test.each([
  ["HTML Local Storage", "local-storage", undefined],
  ["HTTP Cookie", undefined, undefined],
  ["Pixel Tracker", "pixel", undefined],
  ["html_local_storage", "local-storage", undefined],
  ["indexed_db", "indexed-db", undefined],
  ["pixel_tracker", "pixel", undefined],
  ["http_cookie", undefined, undefined],
  ["Propia Técnica", undefined, "first"],
  ["Analítica – De terceros", undefined, "third"],
  ["First Party", undefined, "first"],
  ["HTTP (1ère partie)", undefined, "first"],
])("a type %j tells the storage %j and the party %j", (text, storage, party) => {
  expect([storageNamedIn(text), partyNamedIn(text)]).toEqual([storage, party]);
});
