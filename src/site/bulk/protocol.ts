import type { Diagnostic } from "../../diagnostic.ts";
import type { Layout } from "../output/layout.ts";
import type { Filling } from "../output/publish.ts";
import type { Selection } from "../selection.ts";

/** What a worker needs to know; plain data, since it is copied to another thread. */
export interface Order {
  /** The project's folder, and the folder as seen from which reports name files; both absolute. */
  readonly project: string;
  readonly base: string;
  readonly layout: Layout;
  readonly selection: Selection;
  /** The version of what runs the program. */
  readonly runtime: string;
}

/** What a worker tells: that it renders, how far it is, and at the end what came of it. */
export type Message =
  | { readonly kind: "rendering" }
  | { readonly kind: "progress"; readonly sites: number; readonly total: number }
  | { readonly kind: "filled"; readonly filling: Filling }
  | { readonly kind: "problems"; readonly diagnostics: readonly Diagnostic[] }
  /** An error that a user caused or can mend: its class by name, and its message. */
  | { readonly kind: "error"; readonly name: string; readonly message: string };
