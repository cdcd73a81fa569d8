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
  readonly Literal: new (line: number, column: number, value: number) => object;
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
 * The tag `{% once row(entry) %}`: what the macro makes of its argument, made once for each object and kept as bytes.
 * A macro sees nothing but its argument, so the same object always gives the same text.
 */
export function createOnce(press: {
  /** Finishes a text; the bytes are the caller's. */
  readonly finish: (html: string) => Uint8Array;
  readonly hold: (bytes: Uint8Array) => string;
}) {
  /** Of each place of a template that has the tag, what was made there of which object. */
  const made: WeakMap<object, Uint8Array>[] = [];
  return {
    tags: ["once"],
    autoescape: false,
    parse(parser: Parser, nodes: Nodes) {
      const { value, lineno, colno } = parser.nextToken();
      const call = parser.parseExpression();
      const [argument, ...more] = call.args?.children ?? [];
      const macro = call instanceof nodes.FunCall ? call.name?.value : undefined;
      if (macro === undefined || !argument || more.length > 0)
        parser.fail("once: expected a macro with one argument", lineno, colno);
      parser.advanceAfterBlockEnd(value);
      const place = new nodes.Literal(lineno, colno, made.push(new WeakMap()) - 1);
      const parts = [place, new nodes.Symbol(lineno, colno, macro), argument];
      const args = new nodes.NodeList(lineno, colno, parts);
      return Object.assign(new nodes.CallExtension(this, "run", args, []), { autoescape: false });
    },
    run(_: unknown, place: number, macro: Macro | undefined, params: object): string {
      if (!macro) throw new Error("once: the macro is undefined");
      const kept = made[place]!;
      let bytes = kept.get(params);
      if (!bytes) {
        bytes = press.finish(macro(params).toString());
        kept.set(params, bytes);
      }
      return press.hold(bytes);
    },
  };
}
