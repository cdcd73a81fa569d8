import { openRegistry } from "../../../registry/open.ts";
import { listFiles, openProject } from "../../../registry/project.ts";
import { termsOf, vocabularies, wordsOfIds } from "../../../registry/words-of-ids.ts";
import { listJson } from "../../../report/json.ts";
import { align } from "../../../report/table.ts";
import { createFormat } from "../../../site/page/format.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import type { ListOptions } from "../../commands/catalogue/list.ts";
import { type Context, type ExitStatus, exitStatus, UsageError } from "../../context.ts";
import { checkListing } from "../../listing.ts";
import { resolveProject } from "../../project-folder.ts";

/** Prints the ids of a closed list with the words of a language and what follows from each. */
export function runList(vocabulary: string, options: ListOptions, context: Context): ExitStatus {
  const { project: folder, language } = options;
  const isJson = checkListing(options) === "json";
  const name = vocabularies.find((known) => known === vocabulary);
  if (!name)
    throw new UsageError(
      `unknown vocabulary "${vocabulary}", ${expectedOneOf(vocabulary, vocabularies)}`,
    );
  const project = openProject(resolveProject(folder, context), context.folder);
  const known = [...listFiles(project, "content").files.keys()];
  if (!known.includes(language))
    throw new UsageError(`unknown language "${language}", ${expectedOneOf(language, known)}`);
  const opened = openRegistry(project);
  const terms = termsOf(opened, language);
  if (!terms)
    throw new UsageError(`faulty content/${language}/terms.yaml, expected one that lint passes`);
  const { country } = createFormat(language, terms);
  const ids = wordsOfIds(opened, name, terms, country);
  const rows = ids.map(({ id, word = "", effect }) => [id, word, effect]);
  context.out(isJson ? listJson({ vocabulary: name, language, ids }) : align(rows));
  return exitStatus.ok;
}
