import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bounds } from "../../src/vocabulary/duration.ts";
import { googleConsentTypes } from "../../src/registry/consent-signals.ts";
import { asked } from "../../src/vocabulary/law.ts";
import {
  categories,
  columns,
  exemptions,
  providerKinds,
  storages,
} from "../../src/vocabulary/vocabulary.ts";
import { root } from "../project.ts";

/** A type as `src/site/page/policy.ts` writes it. */
export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  | { readonly kind: "null" }
  | { readonly kind: "number" }
  | { readonly kind: "version"; readonly is: number }
  | { readonly kind: "map"; readonly of: Shape }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "either"; readonly options: readonly Shape[] }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "object"; readonly keys: readonly Key[] };

export interface Key {
  readonly name: string;
  readonly about: string;
  readonly shape: Shape;
  /** It may be absent. */
  readonly optional: boolean;
}

/** Types that other files hold. */
const elsewhere: Readonly<Record<string, Shape>> = {
  Asked: { kind: "words", words: asked },
  Bound: { kind: "words", words: bounds },
  Exemption: { kind: "words", words: exemptions },
  GoogleConsentType: { kind: "words", words: googleConsentTypes },
  Party: { kind: "words", words: ["first", "third"] },
  ProviderKind: { kind: "words", words: providerKinds },
  Storage: { kind: "words", words: storages },
  number: { kind: "number" },
  Category: { kind: "words", words: categories },
  Column: { kind: "words", words: columns },
  'Terms["labels"]': { kind: "named", name: "Labels" },
  string: { kind: "text" },
  boolean: { kind: "flag" },
  null: { kind: "null" },
};

const token = /\s+|\/\*\*([\s\S]*?)\*\/|("[^"]*")|(Terms\["labels"\]|\w+)|\[\]|[{}()|:;=<>,?]/gy;

/** The words of a comment, on one line. */
const say = (comment: string) => comment.replaceAll(/\s*\n\s*\*\s*|\s+/g, " ").trim();

interface Token {
  readonly text: string;
  /** The comment before it. */
  readonly about: string;
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let about = "";
  token.lastIndex = 0;
  for (let end = 0; end < source.length; end = token.lastIndex) {
    const match = token.exec(source);
    if (!match) throw new Error(`cannot read ${source.slice(end, end + 40)}`);
    const [text, comment] = match;
    if (comment !== undefined) about = say(comment);
    else if (text.trim() !== "") {
      tokens.push({ text, about });
      about = "";
    }
  }
  return tokens;
}

/** Types by name, with what their comments say. */
export type Types = ReadonlyMap<string, { readonly about: string; readonly shape: Shape }>;

/** Reads the types of a file that declares nothing but interfaces and aliases. */
function readTypes(source: string): Types {
  const tokens = tokensOf(source);
  const types = new Map<string, { about: string; shape: Shape }>();
  let at = 0;
  const is = (text: string) => tokens[at]?.text === text;
  const take = (text?: string): Token => {
    const found = tokens[at]!;
    if (text !== undefined && found.text !== text)
      throw new Error(`"${found.text}", expected "${text}"`);
    at += 1;
    return found;
  };
  const skip = (text: string): boolean => is(text) && Boolean(take());

  function readKeys(): Key[] {
    const keys: Key[] = [];
    take("{");
    while (!skip("}")) {
      const { about } = tokens[at]!;
      skip("readonly");
      const { text: name } = take();
      const optional = skip("?");
      take(":");
      keys.push({ name, about, shape: readShape(), optional });
      skip(";");
    }
    return keys;
  }

  function readOne(): Shape {
    skip("readonly");
    let shape: Shape;
    if (is("{")) shape = { kind: "object", keys: readKeys() };
    else if (skip("(")) {
      shape = readShape();
      take(")");
    } else if (skip("Readonly")) {
      for (const text of ["<", "Record", "<", "string", ","]) take(text);
      shape = { kind: "map", of: readShape() };
      for (const text of [">", ">"]) take(text);
    } else if (/^\d/.test(tokens[at]!.text)) {
      shape = { kind: "version", is: Number(take().text) };
    } else {
      const { text } = take();
      shape = text.startsWith('"')
        ? { kind: "words", words: [text.slice(1, -1)] }
        : (elsewhere[text] ?? { kind: "named", name: text });
    }
    return skip("[]") ? { kind: "list", of: shape } : shape;
  }

  function readShape(): Shape {
    skip("|");
    const options = [readOne()];
    while (skip("|")) options.push(readOne());
    const words = options.flatMap((one) => (one.kind === "words" ? one.words : []));
    if (options.length > 1 && words.length === options.length) return { kind: "words", words };
    return options.length === 1 ? options[0]! : { kind: "either", options };
  }

  while (at < tokens.length) {
    const { about } = tokens[at]!;
    skip("export");
    const { text: kind } = take();
    const { text: name } = take();
    if (kind === "interface") {
      const base = skip("extends") ? types.get(take().text)!.shape : undefined;
      const inherited = base?.kind === "object" ? base.keys : [];
      types.set(name, { about, shape: { kind: "object", keys: [...inherited, ...readKeys()] } });
    } else {
      take("=");
      types.set(name, { about, shape: readShape() });
      skip(";");
    }
  }
  return types;
}

const withoutImports = (source: string) => source.replaceAll(/^import [^;]*;\n/gm, "");

const heading = /^\/\*\* A heading of the second level;[^]*?^}\n/m;

const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The types of the model that templates see, by name. */
export const policyTypes = readTypes(
  heading.exec(read("src/prose/compile.ts"))![0] + withoutImports(read("src/site/page/policy.ts")),
);

/** The types of `cookies.json`, by name. */
export const factTypes = readTypes(withoutImports(read("src/exporters/cookie-facts.ts")));
