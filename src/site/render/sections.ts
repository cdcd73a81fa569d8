import { anchorPrefix } from "../../prose/compile.ts";
import type { Policy } from "../page/policy.ts";

type Sections = Policy["sections"];

const heading = /(?=<h2 id=")/;
const anchor = new RegExp(`^<h2 id="${anchorPrefix}([^"]+)"`);

/**
 * The sections of a policy by the anchors of their headings, each with what stands below it up to the next. What stands
 * before the first heading is none.
 */
export function sectionsByAnchor({ sections }: Pick<Policy, "sections">): Map<string, Sections> {
  const found = new Map<string, Sections[number][]>();
  let current: Sections[number][] | undefined;
  for (const section of sections) {
    if (section.kind !== "prose") {
      current?.push(section);
      continue;
    }
    for (const html of section.html.split(heading)) {
      const [, name] = anchor.exec(html) ?? [];
      if (name !== undefined) found.set(name, (current = []));
      current?.push({ ...section, html });
    }
  }
  return found;
}
