import type { CellItem, Phrase, RightsPassage, Group, PolicyProvider } from "../page/policy.ts";
import type { PlainPolicy } from "../page/plain-policy.ts";
import type { Isolates, PaperBlock, Run } from "./paper-block.ts";
import { readProse } from "./read-prose.ts";

const none: Isolates = { name: (runs) => runs, code: (run) => [run] };
const around = (open: string, runs: readonly Run[]): readonly Run[] => [
  { text: open },
  ...runs,
  { text: "\u2069" },
];
const ofRightToLeft: Isolates = {
  name: (runs) => around("\u2068", runs),
  code: (run) => around("\u2066", [run]),
};

const paragraph = (runs: readonly Run[]): PaperBlock => ({ kind: "paragraph", runs });
const sentence = (text: string): PaperBlock => paragraph([{ text }]);
const sentenceIf = (text: string | null): PaperBlock[] => (text === null ? [] : [sentence(text)]);
const heading = (level: number, id: string | null, text: string): PaperBlock => ({
  kind: "heading",
  level,
  id,
  runs: [{ text }],
});
const bullets = (items: readonly (readonly PaperBlock[])[]): PaperBlock[] =>
  items.length === 0 ? [] : [{ kind: "list", first: null, items }];

const breakLine: Run = { text: "\n" };
const lined = (lines: readonly (readonly Run[])[]): readonly Run[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [breakLine, ...line]));

function createWriter(isolates: Isolates) {
  const itemOf = ({ text, href, code }: CellItem): readonly Run[] =>
    code ? isolates.code({ text, href, code }) : isolates.name([{ text, href }]);
  const phraseOf = (phrase: Phrase): readonly Run[] =>
    phrase.flatMap(({ text, item }) => (item ? itemOf(item) : [{ text }]));
  /** A label, and below it what it labels. */
  const labelled = (label: string, items: readonly CellItem[]): PaperBlock =>
    paragraph(lined([[{ text: label, strong: true }], ...items.map(itemOf)]));

  const summaryOf = ({
    ways,
    caption,
    heads,
    categories,
    facts,
  }: PlainPolicy["summary"]): PaperBlock[] => [
    ...bullets(ways.map((way) => [paragraph(itemOf(way))])),
    ...(categories.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption,
            heads,
            nameColumn: 0,
            rows: categories.map(({ name, consent, facts: figures }) => [
              [itemOf(name), ...(consent === null ? [] : [[{ text: consent, emphasis: true }]])],
              ...figures.map(({ items }) => items.map(itemOf)),
            ]),
          },
        ]),
    ...facts.map(({ label, items }) => labelled(label, items)),
  ];

  const groupOf = ({ head, rows }: Group): PaperBlock[] => [
    heading(3, head.id, head.name),
    sentence(head.description),
    ...head.statements.map((statement) => paragraph(phraseOf(statement))),
    {
      kind: "table",
      caption: head.caption,
      heads: head.columns.map(({ label }) => label),
      nameColumn: head.columns.findIndex(({ id }) => id === "name"),
      rows: rows.map(({ cells }) =>
        cells.map(({ items, notes }) => [
          ...items.map(itemOf),
          ...notes.map((text): readonly Run[] => [{ text, emphasis: true }]),
        ]),
      ),
    },
    ...sentenceIf(head.note),
  ];

  const providerOf = ({ id, name, statements, facts }: PolicyProvider): PaperBlock[] => [
    heading(4, `cookie-policy-provider-${id}`, name),
    ...statements.map(sentence),
    ...facts.map(({ label, items }) => labelled(label, items)),
  ];

  const rightsOf = (passage: RightsPassage): PaperBlock[] => {
    const { rights, complaints } = passage;
    return [
      ...(passage.heading ? [heading(3, passage.heading.id, passage.heading.name)] : []),
      paragraph(phraseOf(passage.law)),
      ...(rights
        ? [
            sentence(rights.before),
            ...bullets(rights.items.map((text) => [sentence(text)])),
            sentence(rights.after),
          ]
        : []),
      ...sentenceIf(passage.answer),
      ...passage.contacts.map(({ name, lines }) =>
        paragraph(lined([phraseOf(name), ...lines.map(itemOf)])),
      ),
      ...(complaints
        ? [
            sentence(complaints.before),
            ...bullets(
              complaints.items.map(({ route, note }) => [
                paragraph(lined([phraseOf(route), ...(note === null ? [] : [[{ text: note }]])])),
              ]),
            ),
          ]
        : []),
      ...sentenceIf(passage.others),
    ];
  };

  return { labelled, summaryOf, groupOf, providerOf, rightsOf };
}

/** The article of a page and its foot as blocks in the page's order, its title first. */
export function describeDocument(policy: PlainPolicy): PaperBlock[] {
  const isolates = policy.language.direction === "rtl" ? ofRightToLeft : none;
  const { labelled, summaryOf, groupOf, providerOf, rightsOf } = createWriter(isolates);
  const { labels, controller, site, updated } = policy;
  const plain = (text: string): CellItem => ({ text, href: null, code: false });
  const cookies = () => [
    ...policy.groups.flatMap(groupOf),
    ...(policy.providers.length > 0
      ? [heading(3, "cookie-policy-providers", labels.providers)]
      : []),
    ...policy.providers.flatMap(providerOf),
  ];
  const sectionOf = (section: PlainPolicy["sections"][number]): readonly PaperBlock[] => {
    if (section.kind === "prose") return readProse(section.html, isolates);
    if (section.kind === "summary") return summaryOf(policy.summary);
    if (section.kind === "cookies") return cookies();
    return [...sentenceIf(policy.rights.neutral), ...policy.rights.passages.flatMap(rightsOf)];
  };
  return [
    heading(1, null, policy.title),
    ...policy.sections.flatMap(sectionOf),
    ...(controller === null ? [] : [labelled(labels.controller, [plain(controller)])]),
    labelled(labels.website, [{ text: site.name, href: site.url, code: false }]),
    ...(updated ? [labelled(labels.lastUpdated, [plain(updated.text)])] : []),
  ];
}

/** The text of some runs, without what cannot be seen. */
export const plainText = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join("")
    .replaceAll(/[\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The first paragraph, which says what the document is. */
export function describeInShort(blocks: readonly PaperBlock[]): string {
  const first = blocks.find(({ kind }) => kind === "paragraph");
  return first?.kind === "paragraph" ? plainText(first.runs) : "";
}
