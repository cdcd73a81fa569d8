import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { expectedOneOf } from "../../source/suggestions.ts";
import { placeOf, type Problem, type TextFile } from "../../source/text-file.ts";
import type { Condition } from "../blocks.ts";
import type { Anchors } from "./headings.ts";
import { isAllowedLink } from "../markdown.ts";
import { fillMarked, isMarked, placeholdersIn, targetOf, unmark } from "../marks.ts";
import type { Link } from "../pieces.ts";
import { findPlaceholder, follows, placeholders } from "../placeholders.ts";

/** A link as it stands in the file, with the conditions under which it is shown. */
export interface FoundLink extends Link {
  readonly within: readonly Condition[];
}

/** Whether every link with such a target leads somewhere, whatever fills its placeholders. */
function isSoundTarget(href: string): boolean {
  const alone = targetOf(href);
  if (alone) return findPlaceholder(alone.name)?.target === (alone.isMail ? "mail" : "address");
  const host = /^https:\/\/([^/?#]*)/.exec(href)?.[1] ?? "";
  if (isMarked(host) && unmark(host) !== "{{site.host}}") return false;
  if (href.startsWith("http:") || (isMarked(href) && href.startsWith("mailto:"))) return false;
  return isAllowedLink(fillMarked(href, () => "x"));
}

const targets = (kind: "address" | "mail"): string =>
  placeholders
    .filter(({ target }) => target === kind)
    .map(({ name }) => `"${name}"`)
    .join(", ");

function linkProblem({ href, within }: FoundLink, anchors: Anchors): Problem | undefined {
  // That one is unknown is said of the placeholder itself.
  const names = placeholdersIn(href).map(({ name }) => name);
  if (names.some((name) => !findPlaceholder(name))) return undefined;
  if (!isSoundTarget(href)) {
    const message = `link to "${unmark(href)}", expected "https:…", "mailto:…", "#anchor" or one placeholder alone`;
    const hint =
      names.length > 0
        ? `addresses alone are ${targets("address")}, behind "mailto:" ${targets("mail")}; others may stand behind the host`
        : undefined;
    return { rule: "bad-link", message, hint };
  }
  if (!href.startsWith("#")) return undefined;
  const needed = anchors.get(href.slice(1));
  if (!needed) {
    const known = [...anchors.keys()].map((anchor) => `#${anchor}`);
    const message = `unknown anchor "${unmark(href)}", ${expectedOneOf(href, known)}`;
    return { rule: "unknown-anchor", message };
  }
  const missing = needed.find(
    ({ condition, negated }) =>
      !within.some(
        (holding) =>
          holding.negated === negated &&
          (negated ? follows(holding.condition, condition) : follows(condition, holding.condition)),
      ),
  );
  if (!missing) return undefined;
  const passage = `"::: ${missing.negated ? "unless" : "if"} ${missing.condition}"`;
  const message = `anchor "${href}" is not always there, expected the link within ${passage}, too`;
  return { rule: "unknown-anchor", message };
}

/** Links with a target that prose may not have, or to an anchor that is not there where they are. */
export const checkLinks = (
  source: TextFile,
  links: readonly FoundLink[],
  anchors: Anchors,
): Diagnostic[] =>
  links.flatMap((link) => {
    const problem = linkProblem(link, anchors);
    return problem ? [createDiagnostic(placeOf(source, link.start, link.end), problem)] : [];
  });
