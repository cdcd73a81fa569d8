import { relative, resolve, sep } from "node:path";
import { createDiagnostic, type Diagnostic } from "../../../../diagnostic.ts";
import type { Entry } from "../../../../registry/entry.ts";
import type { Registry } from "../../../../registry/registry.ts";
import type { Baseline } from "../../../../registry/settings/baseline-schema.ts";
import type { Context } from "../../../context.ts";
import { ignorableRules } from "../../../report.ts";

/** Names a problem in words that stay the same while lines move and days pass; the file as seen from the project. */
export type Describe = (diagnostic: Diagnostic) => {
  readonly file: string;
  readonly found: string;
};

/** Tells what is, without what was expected; in a table behind the id of the row. */
export function createDescribe({ files, project }: Registry, { folder }: Context): Describe {
  const rows = new Map<string, string>();
  for (const { source } of files)
    if (!source.document) {
      const { file, line } = source.place([]).location;
      rows.set(`${file}:${line}`, String(source.value["id"]));
    }
  return ({ message, location: { file, line } }) => {
    const [found = message] = message.split(", expected ");
    const row = rows.get(`${file}:${line}`);
    return {
      file: relative(project.folder, resolve(folder, file)).split(sep).join("/"),
      found: row === undefined ? found : `${row}: ${found}`,
    };
  };
}

/** Whether a problem can wait: not what the loader finds, and no note, which fails nothing. */
export function createCanWait(): (diagnostic: Diagnostic) => boolean {
  const ignorable = ignorableRules();
  return ({ rule, severity }) => severity !== "note" && ignorable.has(rule);
}

const keyOf = (file: string, rule: string, found: string): string => `${file}\n${rule}\n${found}`;

interface PassedOver {
  /** What is new. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many waited. */
  readonly waiting: number;
  /** What the baseline holds and is found no more, and reasons that it lacks. */
  readonly faults: readonly Diagnostic[];
}

/** Takes out of what was found what a baseline holds, each once. */
export function passOver(
  found: readonly Diagnostic[],
  { value, place }: Entry<Baseline>,
  describe: Describe,
): PassedOver {
  const canWait = createCanWait();
  const left = new Map<string, number>();
  const entries = Object.entries(value).flatMap(([file, rules]) =>
    Object.entries(rules).map(([rule, entry]) => ({ file, rule, ...entry })),
  );
  for (const { file, rule, found: texts } of entries)
    for (const text of texts) {
      const key = keyOf(file, rule, text);
      left.set(key, (left.get(key) ?? 0) + 1);
    }
  const take = (key: string): boolean => {
    const number = left.get(key) ?? 0;
    left.set(key, number - 1);
    return number > 0;
  };
  const isWaiting = (one: Diagnostic): boolean => {
    if (!canWait(one)) return false;
    const described = describe(one);
    return take(keyOf(described.file, one.rule, described.found));
  };
  const diagnostics = found.filter((one) => !isWaiting(one));
  const faults = entries.flatMap(({ file, rule, reason, found: texts }): Diagnostic[] => [
    ...(reason.trim() === ""
      ? [
          createDiagnostic(
            place([file, rule, "reason"]),
            {
              rule: "baseline-without-reason",
              message: `no reason why "${rule}" waits in "${file}", expected one`,
            },
            "note",
          ),
        ]
      : []),
    ...texts.flatMap((text, index) => {
      if (!take(keyOf(file, rule, text))) return [];
      const message = `"${rule}" is found no more in "${file}": ${text}; expected it to be gone`;
      const hint = "delete the line, or let lint --baseline do it";
      return [
        createDiagnostic(place([file, rule, "found", index]), {
          rule: "baseline-outdated",
          message,
          hint,
        }),
      ];
    }),
  ]);
  return { diagnostics, waiting: found.length - diagnostics.length, faults };
}
