import { blankComments } from "../../prose/lines.ts";
import { placeOf } from "../../source/text-file.ts";
import { proseFilesOf } from "../phrases.ts";
import type { CraftRule } from "../rule.ts";

/** What was left in a text, and what to say of it. */
const slips: readonly {
  readonly pattern: RegExp;
  readonly say: (found: string) => string;
  readonly hint?: string;
}[] = [
  {
    pattern:
      /\[(?=[^\]\n]*\p{Lu}{3})(?=[^\]\n]+[ _])[\p{Lu}\d .,/'’_-]{3,60}\](?![([])|\b(?:TODO|TBD|FIXME|[Ll]orem ipsum)\b/gu,
    say: (found) => `"${found}" that nobody has filled in, expected what is meant`,
  },
  {
    pattern: /\ufffd|Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|â€[\u0080-\u00bf\u2000-\u2122]/gu,
    say: (found) => `"${found}", letters of another encoding, expected those that were meant`,
    hint: "paste the text anew, and save the file as UTF-8",
  },
  {
    pattern: /(?<!\]\(|\]: *|[<[`])\bhttps?:\/\/[^\s<>)\]`]*[^\s<>)\]`.,;:!?]/gu,
    say: (found) => `address "${found}" that is no link, expected "[words](${found})"`,
  },
];

export const proseUnfinished: CraftRule = {
  id: "prose-unfinished",
  severity: "warning",
  needs: "language",
  summary: "The words of a page hold what nobody means to publish.",
  why: "A gap that was to be filled in, letters that an editor has garbled, and an address that cannot be followed tell visitors that nobody has read the page.",
  bad: {
    "content/en/sites/example.md":
      "[INSERT NAME] uses cookies on its sitÃ©. More at https://www.example.example/more\n",
  },
  good: {
    "content/en/sites/example.md":
      "Example uses cookies on its site. [More on them](https://www.example.example/more)\n",
  },
  check: (words) =>
    proseFilesOf(words).flatMap(({ file, site }) => {
      const { text } = blankComments(file.text);
      return slips.flatMap(({ pattern, say, hint }) =>
        [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
          path: [],
          place: placeOf(file, index, index + found.length),
          message: say(found),
          ...(hint === undefined ? {} : { hint }),
          ...(site === undefined ? {} : { sites: [site] }),
        })),
      );
    }),
};
