import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure } from "../measure/run.ts";
import { generateProject, sitePath } from "../project/generate.ts";
import { customerId } from "../project/sites.ts";
import type { Candidate, Stage } from "./candidate.ts";

const build = ({ installed, folder, extra }: Stage, project: string, output: string) => ({
  words: [
    process.execPath,
    join(installed, "bin", "cookie-ledger.js"),
    "build",
    "--project",
    project,
    "--output",
    output,
    ...extra,
  ],
  folder,
});

/** The package as it would be installed, from the YAML of the project to a new folder. */
export const ours: Candidate = {
  id: "ours",
  title: "cookie-ledger",
  command: (stage, output) => build(stage, stage.project, output),
};

function rebuild(id: string, title: string, before?: (project: string) => void): Candidate {
  const projectOf = ({ folder }: Stage) => join(folder, `${id}-project`);
  const outputOf = ({ folder }: Stage) => join(folder, `${id}-output`);
  return {
    id,
    title,
    rebuilds: outputOf,
    async prepare(stage) {
      generateProject(projectOf(stage), stage.sites);
      await measure(build(stage, projectOf(stage), outputOf(stage)));
    },
    ...(before ? { before: (stage) => before(projectOf(stage)) } : {}),
    command: (stage) => build(stage, projectOf(stage), outputOf(stage)),
  };
}

/** A second build over the output of the first. */
export const unchanged = rebuild("unchanged", "cookie-ledger, nothing changed");

/** A build after the first customer has got another date. */
export const oneSite = rebuild("one-site", "cookie-ledger, one site changed", (project) => {
  const file = join(project, sitePath(customerId(0)));
  const text = readFileSync(file, "utf8");
  const day = /^updated: 2026-\d\d-(\d\d)$/m.exec(text)![1] === "11" ? "12" : "11";
  writeFileSync(file, text.replace(/^(updated: 2026-\d\d-)\d\d$/m, `$1${day}`));
});
