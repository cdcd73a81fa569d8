import { createHash } from "node:crypto";

/** Tells whether something is still the same: 128 bits of SHA-256, in 22 characters. */
export type Hash = string;

const length = 22;

/** Of bytes as they are. */
export const hashOf = (bytes: string | Uint8Array): Hash =>
  createHash("sha256").update(bytes).digest("base64url").slice(0, length);

/** Of several texts; each counts with its length, so that nothing moves from one to the next unseen. */
export function hashAll(texts: readonly string[]): Hash {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, length);
}

/** The name of a site in a manifest. */
export const keyOf = (siteId: string): string => hashOf(`site ${siteId}`);
