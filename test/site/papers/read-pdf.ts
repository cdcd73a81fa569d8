// Older versions of Node that this project runs on lack what the reader takes for granted.
function withResolvers() {
  const settle: Record<string, unknown> = {};
  const promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return { promise, ...settle };
}
if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers });

const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

const rolesIn = ({ role, children = [] }: Node): string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesIn),
];

const titlesIn = (outline: readonly Outline[]): string[] =>
  outline.flatMap(({ title, items }) => [title, ...titlesIn(items)]);

/** What a reader of PDF makes of these bytes. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const links = (await page.getAnnotations()) as readonly { readonly url?: string }[];
      return {
        text: items.map((item) => ("str" in item ? item.str : "")).join(" "),
        roles: rolesIn(((await page.getStructTree()) ?? {}) as Node),
        links: links.flatMap(({ url }) => url ?? []),
      };
    }),
  );
  const { info } = await document.getMetadata();
  // A `Map`, whatever its types say.
  const marks = (await document.getMarkInfo()) as ReadonlyMap<string, boolean> | null;
  return {
    pages,
    info: info as Readonly<Record<string, unknown>>,
    isTagged: new Map(marks ?? []).get("Marked") === true,
    outline: titlesIn((await document.getOutline()) ?? []),
  };
}
