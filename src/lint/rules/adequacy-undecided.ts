import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { ask } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isOutside } from "../transfers.ts";

const example = (country: string) =>
  exampleProvider(
    {
      country,
      transfers: `\n  - country: ${country}\n    safeguard: adequacy-decision`,
      reviewed: "2026-11-01",
    },
    [exampleCookie("sid")],
  );

export const adequacyUndecided: LawRule = {
  id: "adequacy-undecided",
  severity: "error",
  needs: "provider",
  summary: "A transfer rests on an adequacy decision that does not exist.",
  why: "A decision on adequacy names its country. Where there is none the data is not protected by one, and the page would say what is untrue.",
  law: ask("adequate", ({ adequate = [] }) => adequate.flatMap(({ source }) => source)),
  bad: example("IN"),
  good: example("NZ"),
  check({ value: { transfers = [] } }, { place: { law } }) {
    const adequate = new Set(law.adequate!.flatMap(({ countries }) => countries));
    return transfers.flatMap(({ country, safeguard }, index) => {
      if (safeguard !== "adequacy-decision") return [];
      if (adequate.has(country) || !isOutside(country, law)) return [];
      const message = `there is no adequacy decision on "${country}" there, expected another safeguard`;
      const hint = "such as clauses that bind the recipient";
      const cites = [law.transfers ? [law.transfers.source].flat() : []].flat();
      return [{ path: ["transfers", index, "safeguard"], message, hint, cites }];
    });
  },
};
