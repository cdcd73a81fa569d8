import { type GetTextTranslation, po } from "gettext-parser";

/** A text on its way to a translator. */
export interface PoEntry {
  readonly key: string;
  readonly original: string;
  /** Empty where there is none. */
  readonly translation: string;
  /** The English has changed since the translation was made. */
  readonly isFuzzy: boolean;
  /** What a translator should know. */
  readonly comments: readonly string[];
  /** `content/en/terms.yaml:12`. */
  readonly reference: string;
}

const toMessage = ({
  key,
  original,
  translation,
  isFuzzy,
  comments,
  reference,
}: PoEntry): GetTextTranslation => ({
  msgctxt: key,
  msgid: original,
  msgstr: [translation],
  comments: { extracted: comments.join("\n"), reference, flag: isFuzzy ? "fuzzy" : "" },
});

/** A PO file; the same entries always make the same bytes. `translator` is empty where nobody is known. */
export function writePo(tag: string, translator: string, entries: readonly PoEntry[]): string {
  const bytes = po.compile(
    {
      charset: "utf-8",
      headers: {
        "Project-Id-Version": "cookie-ledger",
        "Last-Translator": translator,
        Language: tag.replaceAll("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "cookie-ledger",
      },
      translations: Object.fromEntries(
        entries.map((entry) => [entry.key, { [entry.original]: toMessage(entry) }]),
      ),
    },
    { foldLength: 0 },
  );
  return bytes.toString("utf8");
}
