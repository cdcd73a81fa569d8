import type { Diagnostic } from "../../../../diagnostic.ts";
import type { Entry } from "../../../../registry/entry.ts";
import type { Baseline } from "../../../../registry/settings/baseline-schema.ts";
import { createCanWait, type Describe } from "./pass-over.ts";

const head = `# What was wrong when the rules were taken on, and waits: lint passes over it, and over nothing new.
# Give each a reason. What is mended is to be taken out: "npx cookie-ledger lint --baseline" does it.
`;

/** Without an escape wherever that can be, which reads faster. */
const quote = (text: string): string =>
  /['\\\p{C}]/u.test(text) ? JSON.stringify(text) : `'${text}'`;

const compare = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** The file of a baseline that holds what can wait of what was found, with the reasons of an earlier one. */
export function writeBaseline(
  found: readonly Diagnostic[],
  describe: Describe,
  earlier: Entry<Baseline> | undefined,
): { text: string; waiting: number } {
  const canWait = createCanWait();
  const files = new Map<string, Map<string, string[]>>();
  const kept = found.filter(canWait);
  for (const one of kept) {
    const { file, found: text } = describe(one);
    const rules = files.get(file) ?? new Map<string, string[]>();
    const texts = rules.get(one.rule) ?? [];
    texts.push(text);
    files.set(file, rules.set(one.rule, texts));
  }
  const lines = [...files]
    .toSorted(compare)
    .flatMap(([file, rules]) => [
      `${JSON.stringify(file)}:`,
      ...[...rules]
        .toSorted(compare)
        .flatMap(([rule, texts]) => [
          `  ${rule}:`,
          `    reason: ${JSON.stringify(earlier?.value[file]?.[rule]?.reason ?? "")}`,
          "    found:",
          ...texts.toSorted().map((text) => `      - ${quote(text)}`),
        ]),
    ]);
  return { text: `${head}${lines.map((line) => `${line}\n`).join("")}`, waiting: kept.length };
}
