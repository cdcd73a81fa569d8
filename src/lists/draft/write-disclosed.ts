import { isDeepStrictEqual } from "node:util";
import type { Disclosure, VendorDisclosure } from "../../registry/providers/disclosure.ts";
import { escapeName } from "../../vocabulary/foreign-name.ts";
import type { Assigned } from "./assign.ts";

/** A value of JSON in one line, in which YAML reads the same. */
const writeValue = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(writeValue).join(", ")}]` : JSON.stringify(value);

const writeKeys = (facts: object, lead: string): string[] =>
  Object.entries(facts).map(
    ([key, value], index) =>
      `${index === 0 ? lead : lead.replace("-", " ")}${key}: ${writeValue(value)}`,
  );

/** What a vendor discloses of a cookie, as lines of its entry. */
export const writeDisclosed = (disclosed: readonly Disclosure[]): string[] =>
  disclosed.length === 0
    ? []
    : ["    disclosed:", ...disclosed.flatMap((one) => writeKeys(one, "      - "))];

/** What a vendor discloses beside that, as lines of its file. */
export function writeVendorDisclosed(disclosed: VendorDisclosure): string[] {
  const lines = Object.entries(disclosed).flatMap(([key, items = []]) =>
    items.length === 0
      ? [`  ${key}: []`]
      : [`  ${key}:`, ...items.flatMap((item) => writeKeys(item, "    - "))],
  );
  return ["disclosed:", ...lines];
}

/** The vendor that a group of cookies is of, where they are of its own disclosure. */
export const disclosedBy = (group: readonly Assigned[]): VendorDisclosure | undefined =>
  group.map(({ cookie }) => cookie.vendor?.disclosed).find((one) => one !== undefined);

/** An entry that adds to one of the catalogue what its vendor discloses of it. */
export function writeConfirmed({ cookie, domain }: Assigned): string {
  const { name, storage, disclosed } = cookie;
  const lines = [
    `  - name: ${JSON.stringify(escapeName(name))}`,
    ...(storage === "cookie" ? [] : [`    storage: ${storage}`]),
    ...(domain === undefined ? [] : [`    domain: ${domain}`]),
    ...writeDisclosed(disclosed),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Whether an entry of the registry lacks what its vendor discloses of it. */
export const isUnconfirmed = ({ cookie, declared }: Assigned): boolean =>
  declared !== undefined &&
  cookie.disclosed.length > 0 &&
  !isDeepStrictEqual(declared.cookie.disclosed, cookie.disclosed);
