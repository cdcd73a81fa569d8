import { parentPort } from "node:worker_threads";
import type { Diagnostic } from "../../../diagnostic.ts";
import { CannotBuild } from "../../../files/system-error.ts";
import type { Layout } from "../../output/layout.ts";
import { TemplateError } from "../../render/template-error.ts";
import type { PrintedPage } from "../../papers/pdf.ts";
import type { Selection } from "../selection.ts";
import type { Decision, WantedFile } from "../site-writer.ts";
import type { Ring, RingSpan } from "./byte-ring.ts";

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

/** What the thread that renders is started with: `ring` is memory for the bytes that it hands over. */
export interface Start {
  readonly order: Order;
  readonly ring: Ring;
}

/** A file of a site on its way. */
export interface SentFile {
  readonly file: Omit<WantedFile, "render">;
  /** In the ring, or by themselves if they are many; absent where the file of the last output is right. */
  readonly bytes?: RingSpan | Uint8Array;
}

/** What is to become of a site; a build in bulk adds no file that belongs to no site. */
export type Delivery = Exclude<Decision<SentFile>, { kind: "add" }>;

/** What the thread that renders tells the one that started it, which writes. */
export type Message =
  /** Several at a time, since each message wakes a thread. */
  | { readonly kind: "deliver"; readonly deliveries: readonly Delivery[] }
  /** Every site was delivered. */
  | { readonly kind: "done" }
  | { readonly kind: "progress"; readonly sites: number; readonly total: number }
  /** Wants the PDF of a page, as the next message back. */
  | { readonly kind: "print"; readonly page: PrintedPage }
  | { readonly kind: "problems"; readonly diagnostics: readonly Diagnostic[] }
  /** An error that a user caused or can mend: its class by name, and its message. */
  | { readonly kind: "error"; readonly name: string; readonly message: string };

/** Tells the thread that started this one. */
export function tell(message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort!.postMessage(message);
}

/** Runs `act` and tells of an error that a user can mend; any other is a fault of ours and ends the thread. */
export async function telling(act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CannotBuild || error instanceof TemplateError)) throw error;
    tell({ kind: "error", name: error.name, message: error.message });
  }
}
