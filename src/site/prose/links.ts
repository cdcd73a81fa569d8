import type { Diagnostic } from "../../diagnostic.ts";
import { expectedOneOf } from "../../registry/expected.ts";
import { placeOf, type Problem, report, type TextFile } from "../../registry/text.ts";
import { attributeOf, flatten, isAllowedLink, tokenize } from "./markdown.ts";
import type { Stretch } from "./parse.ts";

interface Link {
  readonly href: string;
  /** Where the target stands in the file, counted from 0. */
  readonly start: number;
}

function linksIn({ text, start }: Stretch): Link[] {
  let from = 0;
  return flatten(tokenize(text)).flatMap((token) => {
    const href = token.type === "link_open" ? attributeOf(token, "href") : undefined;
    if (href === undefined) return [];
    const found = text.indexOf(href, from);
    if (found >= 0) from = found + href.length;
    return [{ href, start: start + Math.max(found, 0) }];
  });
}

const wholePlaceholder = /^(mailto:)?\{\{[a-z.]+\}\}$/;

function problemOf(href: string, anchors: readonly string[]): Problem | undefined {
  if (wholePlaceholder.test(href)) return undefined;
  if (!isAllowedLink(href) || href.startsWith("http:")) {
    const message = `link to "${href}", expected "https:…", "mailto:…", "#anchor" or one placeholder alone`;
    return { rule: "bad-link", message };
  }
  if (!href.startsWith("#") || anchors.includes(href.slice(1))) return undefined;
  const known = anchors.map((anchor) => `#${anchor}`);
  return {
    rule: "unknown-anchor",
    message: `unknown anchor "${href}", ${expectedOneOf(href, known)}`,
  };
}

/** Links with a target that prose may not have, or to an anchor that no heading has. */
export const checkLinks = (
  source: TextFile,
  stretches: readonly Stretch[],
  anchors: readonly string[],
): Diagnostic[] =>
  stretches.flatMap(linksIn).flatMap(({ href, start }) => {
    const problem = problemOf(href, anchors);
    return problem ? [report(placeOf(source, start, start + href.length), problem)] : [];
  });
