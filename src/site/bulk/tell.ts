import { parentPort } from "node:worker_threads";
import { CannotBuild } from "../output/cannot-build.ts";
import { TemplateError } from "../template-error.ts";
import type { Message } from "./protocol.ts";

/** Tells the thread that started this one. */
export function tell(message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort!.postMessage(message);
}

/** Runs `act` and tells of an error that a user can mend; any other is a fault of ours and ends the thread. */
export function telling(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CannotBuild || error instanceof TemplateError)) throw error;
    tell({ kind: "error", name: error.name, message: error.message });
  }
}
