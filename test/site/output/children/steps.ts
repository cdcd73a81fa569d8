import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { CannotBuild } from "../../../../src/files/system-error.ts";
import { at, list, readTree, type Tree, publishFiles } from "../site.ts";
import type { Outcome, Step } from "../steps.ts";

const [output = "", input = "[]"] = process.argv.slice(2);
const steps: Step[] = JSON.parse(input);
const outcomes: Outcome[] = [];

async function take(step: Step): Promise<string | null> {
  if ("shell" in step) execFileSync("sh", ["-c", step.shell]);
  if ("become" in step && process.getuid?.() === 0) process.seteuid?.(step.become);
  if (!("publish" in step)) return null;
  try {
    await publishFiles(at(output), (stage) => {
      for (const [path, [character, count]] of Object.entries(step.publish)) {
        stage.write(path, character.repeat(count));
      }
    });
    return null;
  } catch (error) {
    if (error instanceof CannotBuild) return error.message;
    throw error;
  }
}

function describeFiles(): Tree {
  const files = existsSync(output) ? Object.entries(readTree(output)) : [];
  return Object.fromEntries(
    files.map(([path, text]) => [path, `${text.length} x ${[...new Set(text)].join("")}`]),
  );
}

for (const step of steps) {
  const error = await take(step);
  outcomes.push({
    error,
    files: describeFiles(),
    beside: existsSync(dirname(output)) ? list(dirname(output)) : [],
  });
}
console.log(JSON.stringify(outcomes));
