import { expect, test } from "vitest";
import { coverageOf, lawRulesIn } from "../../src/lint/coverage.ts";
import { rulesOf } from "../../src/lint/by-law.ts";
import { lintRules } from "../../src/lint/rules.ts";
import type { Jurisdiction } from "../../src/registry/schema/jurisdiction.ts";
import { writeDuration } from "../../src/vocabulary/duration.ts";
import { checkout } from "../checkout.ts";

const { registry } = checkout;
const { jurisdictions } = registry;
const { laws, authorities } = registry.namesIn("en");
const ids = [...jurisdictions.ids].toSorted();

const listed = (items: readonly string[]) => (items.length > 0 ? items.join(", ") : "none");

const consentOf = ({ consent }: Jurisdiction) =>
  listed(Object.entries(consent).map(([category, { asks }]) => `${category} ${asks}`));

const exemptionsOf = ({ exemptions = {} }: Jurisdiction) =>
  listed(
    Object.entries(exemptions).map(([id, { asks, conditions = [] }]) => {
      const left = asks === "none" ? "" : `${asks}; `;
      return left + conditions.join(", ") === "" ? id : `${id} (${left}${conditions.join(", ")})`;
    }),
  );

const limitsOf = ({ limits = {} }: Jurisdiction) =>
  listed(
    Object.entries(limits).map(([name, limit]) =>
      [
        name,
        ...(limit?.atLeast ? [`at least ${writeDuration(limit.atLeast)}`] : []),
        ...(limit?.atMost ? [`at most ${writeDuration(limit.atMost)}`] : []),
        ...(limit?.renewable === false ? ["not renewed"] : []),
      ].join(" "),
    ),
  );

const complaintsOf = ({ complaints = [] }: Jurisdiction) =>
  listed(
    complaints.map(({ to, authority, anywhere }) =>
      to === "controller"
        ? "the controller"
        : authority
          ? (authorities.get(authority) ?? authority)
          : anywhere
            ? "any authority of the Union"
            : "an authority that the site names",
    ),
  );

function describe(id: string): string {
  const law = jurisdictions.get(id)!.value;
  const [, parent] = jurisdictions.lineOf(id);
  const [{ notCovered }] = coverageOf([id], registry, lintRules) as [
    ReturnType<typeof coverageOf>[number],
  ];
  const sources = Object.values(law.sources).map(
    ({ document, article, date, url, kind, certainty }) =>
      `- ${document}${article === undefined ? "" : `, ${article}`} (${date}), ${kind}, ${certainty}: <${url}>`,
  );
  const ofParent = new Set(
    parent === undefined
      ? []
      : rulesOf(lawRulesIn(lintRules), jurisdictions.get(parent)!.value).map((rule) => rule.id),
  );
  const rules = rulesOf(lawRulesIn(lintRules), law).map((rule) => rule.id);
  const own = rules.filter((rule) => !ofParent.has(rule));
  const covered = parent === undefined ? listed(rules) : `those of ${parent}, and ${listed(own)}`;
  return `## ${id}

- Law: ${law.laws.map((one) => laws.get(one.id) ?? one.id).join("; ")}${parent === undefined ? "" : `; extends ${parent}`}
- Read up to: ${law.readUpTo}${law.inForce === undefined ? "" : `; in force from ${law.inForce}`}
- Asks: ${consentOf(law)}
- Exempt: ${exemptionsOf(law)}
- Rights: ${listed(Object.keys(law.rights ?? {}))}${law.answer ? `; answer within ${writeDuration(law.answer.within)}` : ""}
- Complaints: ${complaintsOf(law)}
- Transfers out of: ${law.transfers?.area ?? "not covered"}; safeguards: ${listed(Object.keys(law.safeguards ?? {}))}
- Figures: ${limitsOf(law)}
- Duties: ${listed(Object.keys(law.duties ?? {}))}
- Rules (${rules.length}): ${covered}
- Not covered: ${listed(notCovered)}

${sources.join("\n")}
`;
}

const page = () => `# Jurisdictions

Generated from \`data/jurisdictions/\`; do not edit. \`npm test -- -u\` renews it.

What is known here of the law of each place, with its sources, and what is not. It is not legal advice. A member state
says here what holds there, its own law and that of the Union. A source is marked A where its text or a quotation of it
was read, and B where an authority's or a good secondary report of it was.

${ids.map(describe).join("\n")}`;

test("docs/jurisdictions.md is fresh", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/jurisdictions.md");
});

test("every jurisdiction says what it does not cover, or that of the one it extends", () => {
  const silent = coverageOf(ids, registry, lintRules).filter(
    ({ rules, notCovered }) => rules === 0 || notCovered.length === 0,
  );
  expect(silent.map(({ id }) => id).filter((id) => jurisdictions.lineOf(id).length === 1)).toEqual(
    [],
  );
});
