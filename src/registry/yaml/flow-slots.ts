import type { Node, YAMLMap } from "yaml";
import type { Slots } from "./slots.ts";

interface FlowPair {
  /** Comments on lines of their own above the key, and all up to the key. */
  readonly lead: string;
  readonly body: string;
  /** Stays in its slot, since the last pair may have none. */
  readonly comma: string;
  /** Behind the comma, on its line. */
  readonly comment: string;
  readonly start: number;
  readonly end: number;
}

const opening = /^[ \t]*(?:#[^\n]*)?\s*?(?<lead>(?:#[^\n]*\n\s*)*)$/;
const between = /^(?<comma>[ \t]*,)(?<comment>[ \t]*#[^\r\n]*)?\s*?(?<lead>(?:#[^\n]*\n\s*)*)$/;
const closing = /^(?<comma>[ \t]*,)?(?<comment>[ \t]*#[^\r\n]*)?/;

function readPairs(text: string, { items, range }: YAMLMap): FlowPair[] | undefined {
  const spans = items.map(({ key, value }) => {
    const [keyNode, valueNode] = [key as Node, (value ?? key) as Node];
    return { start: keyNode.range![0], end: valueNode.range![1] };
  });
  const [inside, outside] = [range![0] + 1, range![1] - 1];
  const gaps = spans.map(({ end }, index) => {
    const next = spans[index + 1];
    return (next ? between : closing).exec(text.slice(end, next?.start ?? outside))?.groups;
  });
  const before = opening.exec(text.slice(inside, spans[0]?.start))?.groups;
  const pairs = spans.flatMap(({ start, end }, index): FlowPair[] => {
    const [above, behind] = [index === 0 ? before : gaps[index - 1], gaps[index]];
    if (!above || !behind) return [];
    const [lead = "", comma = "", comment = ""] = [
      above["lead"],
      behind["comma"],
      behind["comment"],
    ];
    return [
      {
        lead,
        body: text.slice(start, end),
        comma,
        comment,
        start: start - lead.length,
        end: end + comma.length + comment.length,
      },
    ];
  });
  return pairs.length === spans.length ? pairs : undefined;
}

/** The slots of a mapping in braces. */
export function readFlowSlots(text: string, map: YAMLMap): Slots | undefined {
  const pairs = readPairs(text, map);
  if (!pairs) return undefined;
  return {
    start: (slot) => pairs[slot]!.start,
    end: (slot) => pairs[slot]!.end,
    fill(slot, pair) {
      const [{ start, end, comma }, { lead, body, comment }] = [pairs[slot]!, pairs[pair]!];
      const isLeadApart = lead === "" || /\s/.test(text.charAt(start - 1));
      const isCommentLast = comment === "" || /^\r?\n/.test(text.slice(end, end + 2));
      return isLeadApart && isCommentLast ? lead + body + comma + comment : undefined;
    },
  };
}
