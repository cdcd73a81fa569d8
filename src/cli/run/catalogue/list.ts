import { resolve } from "node:path";
import { openRegistry } from "../../../registry/open.ts";
import { listFiles, openProject } from "../../../registry/project.ts";
import { termsOf, vocabularies, wordsOfIds } from "../../../registry/words-of-ids.ts";
import { align } from "../../../report/table.ts";
import { createFormat } from "../../../site/page/format.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import type { ListOptions } from "../../commands/list.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../../context.ts";

/** Prints the ids of a closed list with the words of a language and what follows from each. */
export function runList(
  vocabulary: string,
  { project: folder, language }: ListOptions,
  context: Context,
): ExitStatus {
  const name = vocabularies.find((known) => known === vocabulary);
  if (!name)
    throw new UsageError(
      `unknown vocabulary "${vocabulary}", ${expectedOneOf(vocabulary, vocabularies)}`,
    );
  const project = openProject(resolve(context.folder, folder), context.folder);
  const known = [...listFiles(project, "content").files.keys()];
  if (!known.includes(language))
    throw new UsageError(`unknown language "${language}", ${expectedOneOf(language, known)}`);
  const opened = openRegistry(project);
  const terms = termsOf(opened, language);
  if (!terms)
    throw new UsageError(`faulty content/${language}/terms.yaml, expected one that lint passes`);
  const { country } = createFormat(language, terms);
  context.out(
    align(
      wordsOfIds(opened, name, terms, country).map(({ id, word = "", effect }) => [
        id,
        word,
        effect,
      ]),
    ),
  );
  return exitStatus.ok;
}
