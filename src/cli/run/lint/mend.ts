import { resolve } from "node:path";
import type { Diagnostic, Edit } from "../../../diagnostic.ts";
import { replaceSources } from "../../../files/replace-sources.ts";
import { FileChanged } from "../../../files/write-files.ts";
import { applyEdits } from "../../../source/edits.ts";
import type { Context } from "../../context.ts";
import type { CheckedProject } from "../../project.ts";

/** Everything that is wrong with a project. */
export interface Judged {
  readonly project: CheckedProject;
  readonly diagnostics: readonly Diagnostic[];
}

/** Mends what has one right answer in the project's own files, all or none; whether there was any. */
function mend(folder: string, { project, diagnostics }: Judged, context: Context): boolean {
  const edits = new Map<string, Edit[]>();
  for (const { fix, location } of diagnostics)
    if (fix) {
      const earlier = edits.get(location.file);
      if (earlier) earlier.push(fix);
      else edits.set(location.file, [fix]);
    }
  const texts = new Map(project.registry.files.map(({ source: { file, whole } }) => [file, whole]));
  const files = [...edits].flatMap(([file, fixes]) => {
    const before = texts.get(file);
    if (before === undefined) return [];
    return [{ path: resolve(context.folder, file), before, text: applyEdits(before, fixes) }];
  });
  return replaceSources(folder, files, context.host).length > 0;
}

/** As `mend`; a file that somebody changed since it was read is judged once more, too. */
function mendOrJudgeAgain(folder: string, judged: Judged, context: Context): boolean {
  try {
    return mend(folder, judged, context);
  } catch (error) {
    if (error instanceof FileChanged) return true;
    throw error;
  }
}

const maximumRounds = 10;

/** Judges a project and mends it until nothing is left that has one right answer. */
export function mendAll(folder: string, judge: () => Judged, context: Context): Judged {
  let judged = judge();
  for (let round = 0; round < maximumRounds; round += 1) {
    if (!mendOrJudgeAgain(folder, judged, context)) break;
    judged = judge();
  }
  return judged;
}
