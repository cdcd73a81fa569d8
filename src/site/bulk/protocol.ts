import type { MessagePort } from "node:worker_threads";
import type { Diagnostic } from "../../diagnostic.ts";
import type { WantedFile } from "../filler.ts";
import type { Origin } from "../origin.ts";
import type { Layout } from "../output/layout.ts";
import type { Filling } from "../output/publish.ts";
import type { Selection, Shard } from "../selection.ts";
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

/** The way from a thread that renders to the one that writes: its end of a channel, and memory for the bytes. */
export interface Way {
  readonly port: MessagePort;
  readonly ring: Ring;
}

/** What a thread that renders is started with: it makes its share of the sites. */
export interface RenderStart {
  readonly order: Order;
  readonly share: Shard;
  readonly way: Way;
}

/** What the thread that writes is started with. */
export interface WriteStart {
  readonly order: Order;
  readonly ways: readonly Way[];
}

/** A file of a site on its way; its bytes are the next so many of the delivery. */
export interface SentFile {
  readonly file: Omit<WantedFile, "render">;
  /** Absent where the file of the last output is right. */
  readonly length?: number;
}

/** What the thread that renders hands to the one that writes: a call of its filler. */
export type Delivery =
  | { readonly kind: "repeat" | "keep"; readonly siteId: string }
  | {
      readonly kind: "put";
      readonly siteId: string;
      readonly origin: Origin;
      readonly files: readonly SentFile[];
      /** Of all files together, one after another: in the ring, or by themselves if it is too small. */
      readonly bytes: Stretch | Uint8Array;
    }
  | { readonly kind: "close" };

/** What a thread tells the one that started it. */
export type Message =
  | { readonly kind: "rendering" }
  /** How many sites of its share a thread has made, of how many. */
  | { readonly kind: "progress"; readonly sites: number; readonly total: number }
  | { readonly kind: "filled"; readonly filling: Filling }
  /** A share is done; with diagnostics nothing may come of the build. */
  | { readonly kind: "rendered"; readonly diagnostics: readonly Diagnostic[] }
  /** An error that a user caused or can mend: its class by name, and its message. */
  | { readonly kind: "error"; readonly name: string; readonly message: string };
