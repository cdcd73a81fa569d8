import { createHash } from "node:crypto";
import type { Category } from "../../vocabulary/vocabulary.ts";
import { durationText, purposesText } from "../banner-texts.ts";
import type { Exporter, Loss } from "../exporter.ts";
import { loseCookie } from "../losses.ts";

const columns = [
  "ID",
  "Platform",
  "Category",
  "Cookie / Data Key name",
  "Domain",
  "Description",
  "Retention period",
  "Data Controller",
  "User Privacy & GDPR Rights Portals",
  "Wildcard match",
];

const categoryOf: Readonly<Record<Category, string>> = {
  necessary: "Functional",
  preferences: "Personalization",
  statistics: "Analytics",
  marketing: "Marketing",
  unclassified: "",
};

/** Not what a spreadsheet would take for a formula; in quotes where it must be. */
function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The same for the same cookie, in the form of a UUID, version 8. */
function idOf(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Rows of the Open Cookie Database, in one language: https://github.com/jkwakman/Open-Cookie-Database. */
export const openCookieDatabase: Exporter = {
  id: "open-cookie-database",
  title: "rows of the Open Cookie Database",
  extension: "csv",
  unit: "language",
  write({ facts }) {
    const words = facts.words[facts.languages[0]!]!;
    const losses: Loss[] = [];
    const rows = facts.cookies.flatMap((cookie) => {
      const provider = facts.providers.find(({ id }) => id === cookie.provider)!;
      const isPrefix = /^[^*]+\*$/.test(cookie.name);
      if (cookie.name.includes("*") && !isPrefix) {
        const said = 'is a pattern that the database does not know, expected "name*"';
        losses.push(loseCookie("not-exportable", cookie, said));
        return [];
      }
      const { name, domain, category } = cookie;
      return [
        [
          idOf(provider.id, name, domain ?? ""),
          provider.name,
          categoryOf[category],
          isPrefix ? name.slice(0, -1) : name,
          domain ?? "",
          purposesText([cookie], words),
          durationText(cookie, words),
          provider.entity ?? "",
          Object.values(provider.privacyPolicy)[0] ?? "",
          isPrefix ? "1" : "0",
        ],
      ];
    });
    const lines = [columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`);
    return { text: lines.join(""), losses };
  },
};
