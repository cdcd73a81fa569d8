import type { MessagePort } from "node:worker_threads";
import type { Diagnostic } from "../../diagnostic.ts";
import type { WantedFile } from "../filler.ts";
import type { Origin } from "../origin.ts";
import type { Layout } from "../output/layout.ts";
import type { Filling } from "../output/publish.ts";
import type { Selection } from "../selection.ts";
import type { Ring, Stretch } from "./ring.ts";

/** What a build in bulk needs to know; plain data, since it is copied to other threads. */
export interface Order {
  /** The project's folder, and the folder as seen from which reports name files; both absolute. */
  readonly project: string;
  readonly base: string;
  readonly layout: Layout;
  readonly selection: Selection;
  /** The version of what runs the program. */
  readonly runtime: string;
}

/** The way from the thread that renders to the one that writes: its end of a channel, and memory for the bytes. */
export interface Way {
  readonly port: MessagePort;
  readonly ring: Ring;
}

/** What each of the two threads is started with. */
export interface Start {
  readonly order: Order;
  readonly way: Way;
}

/** A file of a site on its way. */
export interface SentFile {
  readonly file: Omit<WantedFile, "render">;
  /** In the ring, or by themselves if it is too small; absent where the file of the last output is right. */
  readonly bytes?: Stretch | Uint8Array;
}

/** What the thread that renders hands to the one that writes: a call of its filler. */
export type Delivery =
  | { readonly kind: "repeat" | "keep"; readonly siteId: string }
  | {
      readonly kind: "put";
      readonly siteId: string;
      readonly origin: Origin;
      readonly files: readonly SentFile[];
    }
  | { readonly kind: "close" };

/** What a thread tells the one that started it. */
export type Message =
  | { readonly kind: "rendering" }
  | { readonly kind: "progress"; readonly sites: number; readonly total: number }
  | { readonly kind: "filled"; readonly filling: Filling }
  | { readonly kind: "problems"; readonly diagnostics: readonly Diagnostic[] }
  /** An error that a user caused or can mend: its class by name, and its message. */
  | { readonly kind: "error"; readonly name: string; readonly message: string };
