import { memoize } from "../../memo.ts";
import type { Pieces } from "./splice-bytes.ts";

/** The parts of Nunjucks that its types leave out. */
interface Parser {
  nextToken(): { readonly value: string; readonly lineno: number; readonly colno: number };
  parseExpression(): CallNode;
  advanceAfterBlockEnd(name: string): void;
  fail(message: string, line: number, column: number): never;
}

/** The parsed tag, if it is well formed: a macro by its name, and one argument. */
interface CallNode {
  readonly name?: { readonly value?: string };
  readonly args?: { readonly children: readonly object[] };
}

interface Nodes {
  readonly FunCall: new (...parts: never[]) => object;
  readonly Symbol: new (line: number, column: number, name: string) => object;
  readonly NodeList: new (line: number, column: number, children: readonly object[]) => object;
  readonly CallExtension: new (
    extension: object,
    method: string,
    args: object,
    content: readonly object[],
  ) => object;
}

type Macro = (params: unknown) => { toString(): string };

/**
 * The tags `{% once row(entry) %}`, what the macro makes of its argument, and `{% each row(entries) %}`, what it makes
 * of every item of a list. Either is made once for each object and kept as bytes: a macro sees nothing but its
 * argument, so the same object always gives the same text.
 */
export function createOnce(press: {
  /** Finishes a text; the bytes are the caller's. */
  readonly finish: (html: string) => Uint8Array;
  readonly hold: (pieces: Pieces) => string;
}) {
  /** What each macro has made of which object. An imported macro stays the same for as long as its template. */
  const madeBy = memoize<Macro, WeakMap<object, Uint8Array>>(() => new WeakMap());

  function make(macro: Macro, params: object): Uint8Array {
    const kept = madeBy(macro);
    let bytes = kept.get(params);
    if (!bytes) kept.set(params, (bytes = press.finish(macro(params).toString())));
    return bytes;
  }

  return {
    tags: ["once", "each"],
    autoescape: false,
    parse(parser: Parser, nodes: Nodes) {
      const { value: tag, lineno, colno } = parser.nextToken();
      const call = parser.parseExpression();
      const [argument, ...more] = call.args?.children ?? [];
      const macro = call instanceof nodes.FunCall ? call.name?.value : undefined;
      if (macro === undefined || !argument || more.length > 0)
        parser.fail(`${tag}: expected a macro with one argument`, lineno, colno);
      parser.advanceAfterBlockEnd(tag);
      const parts = [new nodes.Symbol(lineno, colno, macro), argument];
      const args = new nodes.NodeList(lineno, colno, parts);
      return new nodes.CallExtension(this, tag, args, []);
    },
    once(_: unknown, macro: Macro | undefined, params: object): string {
      if (!macro) throw new Error("once: the macro is undefined");
      return press.hold([make(macro, params)]);
    },
    each(_: unknown, macro: Macro | undefined, list: readonly object[]): string {
      if (!macro) throw new Error("each: the macro is undefined");
      return press.hold(list.map((params) => make(macro, params)));
    },
  };
}
