import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { writeHugoProject } from "../hugo/project.ts";
import type { Candidate } from "./candidate.ts";

const version = (): string | undefined => {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
};

const found = version();

/** The Hugo of the machine. Its project is written before the clock starts. */
export const hugo: Candidate = {
  id: "hugo",
  title: `Hugo ${found ?? ""}`.trim(),
  mostSites: 2500,
  missing: () => (found === undefined ? "Hugo: there is no hugo on the PATH" : undefined),
  prepare: ({ folder, project, installed }) =>
    writeHugoProject(join(folder, "hugo"), project, installed),
  command: ({ folder }, output) => ({
    words: ["hugo", "--quiet", "--source", join(folder, "hugo"), "--destination", output],
    folder,
    environment: { HUGO_CACHEDIR: join(folder, "hugo-cache") },
  }),
};
