import type { Opener } from "../vocabulary/vocabulary.ts";
import { asciiAddress } from "../vocabulary/host.ts";
import { memoize, memoizeByText } from "../memo.ts";
import type { Slot } from "./lines.ts";
import { escapeMarkup, isAllowedLink } from "./markdown.ts";
import type { Gap, TextPart, CompiledBlock, Heading } from "./compile.ts";
import { fillMarked, isMarked, targetOf } from "./marks.ts";
import { preferencesPlaceholder, type Values } from "./placeholders.ts";

/** What a site says to the prose: the values of its placeholders and the conditions that hold for it. */
export interface Facts {
  readonly values: Values;
  readonly conditions: ReadonlySet<string>;
  /** What a link to `site.preferences` needs besides. */
  readonly opener?: Opener | undefined;
}

/** Prose of one site as finished HTML between its slots, and the headings of its second level. */
export interface Filled {
  readonly stretches: readonly ({ readonly html: string } | { readonly slot: Slot })[];
  readonly headings: readonly Heading[];
}

/** What of the prose is shown, ready to be filled: its text as bytes between the gaps. */
interface Shown {
  readonly stretches: readonly (readonly (Uint8Array | Gap)[] | Slot)[];
  readonly headings: readonly Heading[];
  /** Whether a site fills in something of a heading, too. */
  readonly hasGaps: boolean;
}

const holding = (
  blocks: readonly CompiledBlock[],
  conditions: ReadonlySet<string>,
): CompiledBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind !== "passage") return [block];
    const holds = conditions.has(block.condition);
    return holds === block.negated ? [] : holding(block.blocks, conditions);
  });

function join(parts: readonly TextPart[]): (Uint8Array | Gap)[] {
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

function show(blocks: readonly CompiledBlock[], conditions: ReadonlySet<string>): Shown {
  const shown = holding(blocks, conditions);
  const stretches: (TextPart[] | Slot)[] = [];
  for (const block of shown) {
    if (block.kind === "html") {
      const last = stretches.at(-1);
      if (!Array.isArray(last)) stretches.push([...block.parts]);
      else for (const part of block.parts) last.push(part);
    } else if (block.kind === "slot") stretches.push(block.slot);
  }
  const headings = shown.flatMap((block) => (block.kind === "html" ? block.headings : []));
  return {
    stretches: stretches.map((parts) => (Array.isArray(parts) ? join(parts) : parts)),
    headings,
    hasGaps: headings.some(({ title }) => isMarked(title)),
  };
}

const keyOf = memoize((conditions: ReadonlySet<string>) => [...conditions].toSorted().join(" "));

/** Sites for which the same conditions hold are shown the same. */
const shownOf = memoize((blocks: readonly CompiledBlock[]) =>
  memoizeByText((conditions: ReadonlySet<string>) => show(blocks, conditions), keyOf),
);

const fillText = (text: string, values: Values): string =>
  fillMarked(text, (name) => values.get(name) ?? "");

/** What is only a part of a target, but for the host, is encoded, so that the target stays one. */
const fillTarget = (href: string, values: Values): string =>
  targetOf(href)
    ? fillText(href, values)
    : fillMarked(href, (name) => {
        const value = values.get(name) ?? "";
        return name === "site.host" ? value : encodeURIComponent(value);
      });

function fillGap(gap: Gap, values: Values, opener: Opener | undefined): string {
  if ("placeholder" in gap) return escapeMarkup(values.get(gap.placeholder) ?? "");
  const filled = gap.attributes.map(
    ([name, value]) =>
      [
        name,
        name === "href" ? asciiAddress(fillTarget(value, values)) : fillText(value, values),
      ] as const,
  );
  const href = filled.find(([name]) => name === "href")?.[1];
  if (href !== undefined && !isAllowedLink(href)) return "";
  const opens = gap.attributes.some(
    ([name, value]) => name === "href" && targetOf(value)?.name === preferencesPlaceholder,
  );
  if (opens && opener) filled.push([opener.name, opener.value]);
  return filled.map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join("");
}

/** What fills a gap, as bytes: most stand in the prose of every language. The same values have the same opener. */
const filledBy = memoize((values: Values) => {
  const filled = new Map<string, Uint8Array>();
  return (gap: Gap, opener: Opener | undefined): Uint8Array => {
    const key = "placeholder" in gap ? gap.placeholder : gap.key;
    let bytes = filled.get(key);
    if (!bytes) filled.set(key, (bytes = Buffer.from(fillGap(gap, values, opener))));
    return bytes;
  };
});

/** Fills in what a site says, and escapes it; the finished pieces of a stretch are handed to `hold`. */
export function fillProse(
  blocks: readonly CompiledBlock[],
  { values, conditions, opener }: Facts,
  hold: (pieces: readonly Uint8Array[]) => string,
): Filled {
  const { stretches, headings, hasGaps } = shownOf(blocks)(conditions);
  const fill = filledBy(values);
  return {
    stretches: stretches.map((parts) =>
      typeof parts === "string"
        ? { slot: parts }
        : {
            html: hold(
              parts.map((part) => (part instanceof Uint8Array ? part : fill(part, opener))),
            ),
          },
    ),
    headings: hasGaps
      ? headings.map(({ id, title }) => ({ id, title: fillText(title, values) }))
      : headings,
  };
}
