import { expect, test } from "vitest";
import { usable } from "./packaged.ts";
import { sourcesOf } from "./sources-of.ts";

const head = `# The catalogue

Every provider that the package brings, and where its facts were read. A site names one by its id
(\`cookie-ledger add ID --site SITE\`); \`cookie-ledger providers ID\` shows what it sets. What was
sought and not found stands in [wanted.md](wanted.md).

What a source is: **source-code**, a version of the program itself; **documentation** and
**policy**, pages of the vendor; **disclosure**, the vendor's list for the Transparency and Consent
Framework; **measured**, evidence of a visit to the program itself, which \`data/evidence/\` keeps. A
page is a *stored copy* where its age is not known. What a cookie does, why, and in which category
are our reading.

A provider is due to be read again a year after its oldest reading, and at once where that was a
stored copy: \`npm run sources -- --due\` lists those.

<!-- Renewed by \`npm test -- -u\`. -->

| id | provider | kind | entries | sources | oldest reading |
|---|---|---|---|---|---|
`;

const rows = usable
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, value }) => {
    const sources = sourcesOf(value);
    const kinds = sources.map((source) => {
      if (!("kind" in source)) return "documentation";
      return source.copy === "stored" ? `${source.kind} (stored copy)` : source.kind;
    });
    const read = sources.flatMap((source) => ("read" in source ? [source.read] : []));
    const oldest = read.toSorted()[0] ?? value.reviewed ?? "";
    const cells = [
      id,
      value.name,
      value.kind ?? "",
      value.cookies.length,
      [...new Set(kinds)].toSorted().join(", "),
      oldest,
    ];
    return `| ${cells.join(" | ")} |\n`;
  });

test("docs/catalogue.md is fresh", async () => {
  await expect(head + rows.join("")).toMatchFileSnapshot("../../docs/catalogue.md");
});
