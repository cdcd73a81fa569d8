import { relative, resolve } from "node:path";
import { draft } from "../../../audit/propose/first-registry.ts";
import { withGaps } from "../../../audit/judge.ts";
import type { Diagnostic } from "../../../diagnostic.ts";
import { planImport } from "../../../lists/draft/plan-import.ts";
import type { ListedCookie } from "../../../lists/list.ts";
import type { CookieList } from "../../../lists/read-list.ts";
import type { Evidence } from "../../../observation/observation.ts";
import type { Registry } from "../../../registry/registry.ts";
import { printable } from "../../../report/text.ts";
import { type Context, fails, UsageError } from "../../context.ts";
import { readEvidenceFiles } from "../evidence/gather-evidence.ts";
import { readListFile } from "../import/import.ts";
import { findTargetSite } from "../import/target-site.ts";
import type { Answers } from "./answers.ts";
import type { Drafted } from "./plan-data.ts";
import type { PartialAnswers } from "./partial-answers.ts";

/** What is drafted, and what a person has to know of it, a line each. */
interface Draft extends Drafted {
  readonly remarks: readonly string[];
}

/** What files show from which a project can begin. */
export interface DraftSource {
  readonly diagnostics: readonly Diagnostic[];
  /** What they tell of the site. */
  readonly suggested: PartialAnswers;
  readonly draft: (answers: Answers, registry: Registry, today: string) => Draft;
}

function ofEvidence(evidence: Evidence): DraftSource {
  const { observations, requests, incomplete, diagnostics } = evidence;
  return {
    diagnostics,
    suggested: {},
    draft({ id, name, url, examples }, registry, today) {
      if (examples.includes("url"))
        throw new UsageError("no address of the site that was visited, expected it after --url");
      const site = { id, name, url: new URL(url).origin };
      const { files, uses, leftOut } = draft(registry, site, observations, today, requests);
      return {
        files: new Map(
          [...files].flatMap(([path, text]) => {
            const [inProject] = /data\/providers\/[^/]+$/.exec(path) ?? [];
            return inProject === undefined ? [] : [[inProject, text] as const];
          }),
        ),
        uses,
        remarks: [
          ...leftOut.map(
            (one) => `left out, since no registry can hold its name: "${printable(one)}"`,
          ),
          ...incomplete.map((gap) => `INCOMPLETE: ${printable(gap)}`),
        ],
      };
    },
  };
}

/**
 * A cookie without the category that a list gives it, which a remark keeps: with it no page could be built before somebody
 * has said what the cookie does.
 */
function withoutCategory(cookie: ListedCookie): ListedCookie {
  const { category, remarks } = cookie;
  if (category === undefined || category === "unclassified") return cookie;
  return { ...cookie, category: undefined, remarks: [...remarks, `the list calls it ${category}`] };
}

function ofLists(
  lists: readonly CookieList[],
  files: readonly string[],
  registry: Registry,
): DraftSource {
  const { begun } = findTargetSite(registry, {}, lists, files);
  const url = lists.map((list) => list.url).find((one) => one !== undefined);
  const siteName = lists.map((list) => list.siteName).find((one) => one !== undefined);
  return {
    diagnostics: lists.flatMap(({ diagnostics }) => diagnostics),
    suggested: begun
      ? {
          // Without one, it is the host of the address or an example: a file's name is none of a site.
          ...(siteName === undefined ? {} : { name: siteName }),
          ...(begun.url === undefined ? {} : { url: begun.url }),
          ...(begun.saysLanguage ? { languages: begun.languages } : {}),
        }
      : {},
    draft({ id, name, url: address, examples }, { project, ...rest }, today) {
      const hosts = examples.includes("url") ? undefined : { url: address };
      const about = { name, url: address, isDeduced: false, languages: [], saysLanguage: true };
      const site = { id, name, hosts, begun: about };
      const cookies = lists.flatMap((list) => list.cookies).map(withoutCategory);
      const source = { files, url, read: today };
      const plan = planImport({ ...rest, project }, site, cookies, source);
      const providers = plan.files.filter(({ path }) => path.includes("/providers/"));
      return {
        files: new Map(
          providers.map(({ path, text }) => [relative(project.folder, path), text] as const),
        ),
        uses: plan.uses,
        remarks: plan.leftOut.map((sentence) => `left out: ${printable(sentence)}`),
      };
    },
  };
}

/** Reads the files from which a project is to begin: evidence of a visit, or lists of cookies that others wrote. */
export async function readSource(
  files: readonly string[],
  registry: Registry,
  context: Context,
): Promise<DraftSource> {
  const evidence = withGaps(readEvidenceFiles(files, context));
  if (!fails(evidence.diagnostics, false)) return ofEvidence(evidence);
  const lists: CookieList[] = [];
  for (const file of files) lists.push(await readListFile(resolve(context.folder, file), file));
  const source = ofLists(lists, files, registry);
  const isUnknown = evidence.diagnostics.every(({ rule }) => rule === "unknown-evidence");
  return fails(source.diagnostics, false) && !isUnknown ? ofEvidence(evidence) : source;
}
