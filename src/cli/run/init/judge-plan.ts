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
import { schemasOf } from "../schema.ts";

interface Judged {
  /** What `lint` will report of the files, which are named by their paths in the project. */
  readonly diagnostics: readonly Diagnostic[];
  /** The schemas of the project as it will be. */
  readonly schemas: ReadonlyMap<string, string>;
}

/** What holds for a project with these files besides its own, found in a copy of it. */
export function judgePlan(
  { folder }: Project,
  files: ReadonlyMap<string, string>,
  today: string,
): Judged {
  return attempt("judge the files in the folder for temporary ones", () => {
    const copy = realpathSync(mkdtempSync(join(tmpdir(), "cookie-ledger-")));
    try {
      for (const name of ["data", "content"].filter((one) => existsSync(join(folder, one))))
        cpSync(join(folder, name), join(copy, name), { recursive: true });
      for (const [path, text] of files) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        writeFileSync(join(copy, path), text);
      }
      const project = openProject(copy);
      const { registry, diagnostics } = loadRegistry(project);
      const found = lint(registry, { rules: lintRules, today });
      return { diagnostics: [...diagnostics, ...found], schemas: schemasOf(project) };
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
}
