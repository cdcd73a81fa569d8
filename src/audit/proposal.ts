import type { Addition } from "../diagnostic.ts";
import type { UndeclaredCookie } from "./undeclared.ts";

/** How an undeclared cookie could be declared. */
export interface Proposal {
  /** What to do, and on what ground. */
  readonly hint: string;
  /** The entry to paste; absent where a provider declares the cookie already, or none could. */
  readonly addition?: Addition;
}

/** Proposes for each of some undeclared cookies, in their order, how it could be declared. */
export type Propose = (cookies: readonly UndeclaredCookie[]) => readonly Proposal[];
