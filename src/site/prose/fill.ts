import type { Heading } from "../policy.ts";
import { remember, rememberByText } from "../../registry/remember.ts";
import { isAllowedLink, markdown } from "./markdown.ts";
import type { Part } from "./parts.ts";
import { placeholderPattern } from "./placeholders.ts";
import type { Block } from "./prose.ts";

/** What a site says to the prose: the values of its placeholders and the conditions that hold for it. */
export interface Facts {
  readonly valueOf: (placeholder: string) => string | undefined;
  readonly conditions: ReadonlySet<string>;
}

/** Prose of one site as finished HTML, `null` where the tables go, and the headings of its second level. */
export interface Filled {
  readonly stretches: readonly (string | null)[];
  readonly headings: readonly Heading[];
}

type Gap = Exclude<Part, string>;

/** What of the prose is shown, ready to be filled: its text as bytes between the gaps. */
interface Shown {
  readonly stretches: readonly (readonly (Uint8Array | Gap)[] | null)[];
  readonly headings: readonly Heading[];
  /** Whether a site fills in something of a heading, too. */
  readonly hasGaps: boolean;
}

const holding = (blocks: readonly Block[], conditions: ReadonlySet<string>): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind !== "passage") return [block];
    const holds = conditions.has(block.condition);
    return holds === block.negated ? [] : holding(block.blocks, conditions);
  });

function join(parts: readonly Part[]): (Uint8Array | Gap)[] {
  const joined: (Uint8Array | Gap)[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") joined.push(Buffer.from(text));
    text = "";
  };
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}

function show(blocks: readonly Block[], conditions: ReadonlySet<string>): Shown {
  const shown = holding(blocks, conditions);
  const stretches: (Part[] | null)[] = [];
  for (const block of shown) {
    if (block.kind === "html") {
      const last = stretches.at(-1);
      if (last) last.push(...block.parts);
      else stretches.push([...block.parts]);
    } else stretches.push(null);
  }
  const headings = shown.flatMap((block) => (block.kind === "html" ? block.headings : []));
  return {
    stretches: stretches.map((parts) => parts && join(parts)),
    headings,
    hasGaps: headings.some(({ title }) => title.includes("{{")),
  };
}

const keyOf = remember((conditions: ReadonlySet<string>) => [...conditions].toSorted().join(" "));

/** Sites for which the same conditions hold are shown the same. */
const shownOf = remember((blocks: readonly Block[]) =>
  rememberByText((key) => show(blocks, new Set(key.split(" ")))),
);

const { escapeHtml } = markdown.utils;

const fillText = (text: string, { valueOf }: Facts): string =>
  text.replace(placeholderPattern, (_, name: string) => valueOf(name.trim()) ?? "");

function fillGap(gap: Gap, facts: Facts): string {
  if ("placeholder" in gap) return escapeHtml(facts.valueOf(gap.placeholder) ?? "");
  const filled = gap.attributes.map(([name, value]) => [name, fillText(value, facts)] as const);
  const href = filled.find(([name]) => name === "href")?.[1];
  if (href !== undefined && !isAllowedLink(href)) return "";
  return filled.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
}

/** Fills in what a site says, and escapes it; text that is the same for every site is handed to `hold`. */
export function fillProse(
  blocks: readonly Block[],
  facts: Facts,
  hold: (html: Uint8Array) => string,
): Filled {
  const { stretches, headings, hasGaps } = shownOf(blocks)(keyOf(facts.conditions));
  return {
    stretches: stretches.map(
      (parts) =>
        parts &&
        parts
          .map((part) => (part instanceof Uint8Array ? hold(part) : fillGap(part, facts)))
          .join(""),
    ),
    headings: hasGaps
      ? headings.map(({ id, title }) => ({ id, title: fillText(title, facts) }))
      : headings,
  };
}
