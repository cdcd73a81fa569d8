import { isKey } from "../observation/name.ts";
import type { Entry } from "./collect.ts";

/** Something that an origin keeps under a key in a storage other than cookies. */
export function storedAt(
  storage: "local-storage" | "indexed-db",
  origin: string | undefined,
  key: unknown,
): Entry {
  const host = URL.canParse(origin ?? "") ? new URL(origin!).hostname : "";
  if (host === "") return { fault: "without an origin" };
  if (typeof key !== "string" || !isKey(key)) return { fault: "without a usable name" };
  return { name: key, storage, host, hostOnly: true, lifetime: { kind: "persistent" } };
}
