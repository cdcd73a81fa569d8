import type { factSources } from "../../vocabulary/vocabulary.ts";
import { escapeName } from "../../vocabulary/foreign-name.ts";
import { writePair } from "../../source/yaml/write.ts";
import { citePlace } from "../../diagnostic.ts";
import type { Assigned, AssignedProvider } from "./assign.ts";
import { writeDisclosed } from "./write-disclosed.ts";

const longestRemark = 200;

/** In one line, without what cannot be seen. */
export const inOneLine = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

const remark = (text: string, indent: string): string => {
  const plain = inOneLine(text);
  const cut = plain.length > longestRemark ? `${plain.slice(0, longestRemark)}…` : plain;
  return `${indent}# ${cut}`;
};

/** The entry of a cookie in its provider's file: what the list says of it; what that does not tell, above it as remarks. */
export function writeListedCookie({ cookie, domain, candidates }: Assigned): string {
  const { name, storage, category, duration, isRenewed, description, remarks, place, party } =
    cookie;
  const lines = [
    remark(`${citePlace(place)}${description === undefined ? "" : ` "${description}"`}`, "  "),
    ...remarks.map((text) => remark(text, "  ")),
    ...(party === "third" && domain === undefined
      ? [remark("set by a third party, whose host the list does not say", "  ")]
      : []),
    ...(candidates.length > 0
      ? [remark(`could be of: ${candidates.join(", ")} (by its name alone)`, "  ")]
      : []),
    `  - name: ${JSON.stringify(escapeName(name))}`,
    ...(storage === "cookie" ? [] : [`    storage: ${storage}`]),
    `    category: ${category ?? "unclassified"}`,
    ...(duration === undefined ? [] : [`    duration: ${duration}`]),
    ...(isRenewed ? ["    selfRenewing: true"] : []),
    ...(domain === undefined ? [] : [`    domain: ${domain}`]),
    ...writeDisclosed(cookie.disclosed),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Where the facts of a new file were read. */
export interface ListSource {
  readonly files: readonly string[];
  /** Where the list stands, as far as it says. */
  readonly url: string | undefined;
  readonly read: string;
}

const policyKind: (typeof factSources)[number] = "policy";

/** The file of a provider that the registry lacks, down to its first cookie. */
export function writeProviderHead(
  { name, isSiteItself, domains }: AssignedProvider,
  { files, url, read }: ListSource,
  ofVendor: readonly string[],
  policy: string | undefined,
): string {
  const lines = [
    remark(
      `Imported on ${read} from ${files.join(", ")}. Give each cookie its function and purposes, and check all.`,
      "",
    ),
    ...(isSiteItself ? [remark("The list does not say that anybody else sets these.", "")] : []),
    writePair("name", inOneLine(name).slice(0, 100).trim(), ""),
    ...(isSiteItself ? ["operator: site"] : []),
    ...(policy === undefined ? [] : [writePair("privacyPolicy", policy, "")]),
    ...(domains.length > 0 ? [`domains: [${domains.join(", ")}]`] : []),
    ...ofVendor.map((line) => line.trimEnd()),
    ...(url === undefined
      ? []
      : [
          "sources:",
          `  -${writePair("url", url, " ")}`,
          `    read: ${read}`,
          `    kind: ${policyKind}`,
        ]),
    "cookies:",
  ];
  return lines.map((line) => `${line}\n`).join("");
}
