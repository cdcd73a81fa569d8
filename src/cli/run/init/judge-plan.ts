import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../../diagnostic.ts";
import { attempt } from "../../../files/system-error.ts";
import { lint } from "../../../lint/lint.ts";
import { lintRules } from "../../../lint/rules.ts";
import { loadRegistry } from "../../../registry/load.ts";
import { openProject, type Project } from "../../../registry/project.ts";

/** Tries in a copy of a project what it will be with these files, named by their paths in it, besides its own. */
export function tryPlan<Seen>(
  { folder }: Project,
  files: ReadonlyMap<string, string>,
  see: (planned: Project) => Seen,
): Seen {
  return attempt("judge the files in the folder for temporary ones", () => {
    const copy = realpathSync(mkdtempSync(join(tmpdir(), "cookie-ledger-")));
    try {
      for (const name of ["data", "content"].filter((one) => existsSync(join(folder, one))))
        cpSync(join(folder, name), join(copy, name), { recursive: true });
      for (const [path, text] of files) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        writeFileSync(join(copy, path), text);
      }
      return see(openProject(copy));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
}

/** What `lint` will report. */
export function judgePlan(planned: Project, today: string): readonly Diagnostic[] {
  const { registry, diagnostics } = loadRegistry(planned);
  return [...diagnostics, ...lint(registry, { rules: lintRules, today })];
}
