import type { DefaultTreeAdapterTypes } from "parse5";
import { categoryIn, onlyCategoryIn } from "../words/categories.ts";
import type { Role } from "../words/heads.ts";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => "tagName" in node;

export const attributeIn = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

export const classesOf = (element: Element): string[] =>
  (attributeIn(element, "class") ?? "").split(/\s+/).filter((name) => name !== "");

/** Elements whose text is none of the page. */
export const unread: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "select",
]);

/** Whether an element is the mark of a footnote, which is no part of the word before it. */
const isFootnote = ({ tagName, childNodes }: Element): boolean =>
  tagName === "sup" &&
  childNodes.every((node) =>
    isElement(node)
      ? node.childNodes.every((inner) => "value" in inner && /^[\s\d*†‡()[\]]*$/.test(inner.value))
      : "value" in node && /^[\s\d*†‡()[\]]*$/.test(node.value),
  );

/** Whether an element is no part of the words before it: a footnote, or how many there are. */
export const isAside = (element: Element): boolean =>
  isFootnote(element) || classesOf(element).includes("CybotCookiebotDialogDetailBulkConsentCount");

/** Elements that stand on lines of their own. */
export const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote br button center dd details div dl dt fieldset figure footer form header hr li main nav ol
   p pre section ul`.split(/\s+/),
);

/** Classes by which makers of banners mark what their lists hold. */
const fields: Readonly<Record<string, Role>> = {
  "cookie-name": "cookie-name",
  // Of OneTrust
  "ot-host-td": "host",
  "ot-cookies-td": "cookie-name",
  "ot-cookies-type": "type",
  "ot-life-span-td": "duration",
  "ot-cookies-desc-td": "purpose",
  // Of the dialog of Cookiebot
  CybotCookiebotDialogDetailBodyContentCookieProvider: "provider",
  CybotCookiebotDialogDetailBodyContentCookieInfoName: "cookie-name",
  CybotCookiebotDialogDetailBodyContentCookieInfoDescription: "purpose",
};

const labelledByCookiebot = "CybotCookiebotDialogDetailBodyContentCookieInfoFooterContent";

/** What Cookiebot says below a cookie, whatever its labels are called: how long, and then of which type. */
function fieldInFooter(element: Element): Role | undefined {
  const { parentNode } = element;
  if (!parentNode || !classesOf(element).includes(labelledByCookiebot)) return undefined;
  const all = parentNode.childNodes.filter(
    (node) => isElement(node) && classesOf(node).includes(labelledByCookiebot),
  );
  return (["duration", "storage"] as const)[all.indexOf(element)];
}

/** Those that mean it only in a list of Complianz. */
const fieldsOfComplianz: Readonly<Record<string, Role>> = {
  name: "cookie-name",
  retention: "duration",
  function: "purpose",
};

const isInComplianz = ({ parentNode }: Element): boolean =>
  parentNode !== null &&
  isElement(parentNode) &&
  classesOf(parentNode).includes("cookies-per-purpose");

/** What an element holds, as its class says. */
export function fieldOf(element: Element): Role | undefined {
  const names = classesOf(element);
  if (names.length === 0) return undefined;
  const inFooter = fieldInFooter(element);
  if (inFooter) return inFooter;
  const known = isInComplianz(element) ? fieldsOfComplianz : fields;
  return names.map((name) => (Object.hasOwn(known, name) ? known[name] : undefined)).find(Boolean);
}

const mostLookedAt = 100;

/** Whether a heading stands in an element, near its beginning. */
function hasHeading(element: Element): boolean {
  const left: Node[] = [...element.childNodes];
  for (let looked = 0; left.length > 0 && looked < mostLookedAt; looked += 1) {
    const node = left.shift()!;
    if (!isElement(node)) continue;
    if (/^h[1-6]$/.test(node.tagName)) return true;
    left.push(...node.childNodes);
  }
  return false;
}

/** Whether a button opens the list of a category. */
function isCategoryButton({ childNodes }: Element): boolean {
  const text = childNodes
    .flatMap((node) => (node.nodeName === "#text" && "value" in node ? node.value : []))
    .join(" ")
    .trim();
  return text.split(/\s+/).length <= 2 && onlyCategoryIn(text) !== undefined;
}

const cookiebotCategories: Readonly<Record<string, string>> = {
  Necessary: "necessary",
  Preference: "preferences",
  Statistics: "statistics",
  Advertising: "marketing",
  Unclassified: "unclassified",
};

/** The category that a mark of Cookiebot tells: of a table, or of a button of its dialog. */
export function cookiebotCategoryIn(mark: string): string | undefined {
  const [, of = ""] =
    /^CybotCookiebotDialogDetail(?:Table|BodyContentCookieContainer)(\w+?)(?:Card)?$/.exec(mark) ??
    [];
  return cookiebotCategories[of];
}

const cookiebotCategoryOf = (element: Element): string | undefined =>
  cookiebotCategoryIn(attributeIn(element, "id") ?? "");

const titled = /(?:^|[-_])(?:header|heading|title|headline|typeheader)$|TypeHeader$/i;

/** The level of a heading from 1, above 6 of what only looks like one; `undefined` of any other element. */
export function headingLevel(element: Element): number | undefined {
  const { tagName } = element;
  const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
  if (level !== undefined) return Number(level);
  if (tagName === "summary" || tagName === "legend") return hasHeading(element) ? undefined : 7;
  if (tagName === "button")
    return cookiebotCategoryOf(element) || isCategoryButton(element) ? 7 : undefined;
  if (isInComplianz(element) && classesOf(element).includes("purpose")) return 8;
  return tagName === "p" && classesOf(element).some((name) => titled.test(name)) ? 7 : undefined;
}

/** The text of a heading; Complianz calls "functional" what it sets without consent. */
export const titleOf = (element: Element, text: string): string =>
  cookiebotCategoryOf(element) ??
  (isInComplianz(element) && categoryIn(text) === "functional" ? "necessary" : text);
