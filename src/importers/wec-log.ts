import { addressOf } from "../observation/address.ts";
import type { Setter } from "../observation/observation.ts";
import { isMapping, type Mapping } from "../registry/mapping.ts";
import { countOf, listOf, mappingOf, textOf, timeOf, withoutUnknown } from "./fields.ts";

/** What the Website Evidence Collector wrote down when something was set. */
export interface WecLog {
  readonly setter: Setter | undefined;
  readonly page: string | undefined;
  /** In epoch milliseconds. */
  readonly time: number | undefined;
}

function setterOf(log: Mapping): Setter | undefined {
  const [frame] = listOf(log, "stack");
  const url = isMapping(frame) ? addressOf(textOf(frame, "fileName") ?? "") : undefined;
  if (!isMapping(frame) || url === undefined) return undefined;
  if (textOf(log, "type") === "Cookie.HTTP") return { kind: "response", url };
  return withoutUnknown<Setter>({
    kind: "script",
    url,
    line: countOf(frame, "lineNumber"),
    column: countOf(frame, "columnNumber"),
  });
}

/** Reads the `log` of a cookie or of a key in local storage; what the file does not say is absent. */
export function readWecLog(item: unknown): WecLog {
  const log = mappingOf(item, "log");
  return {
    setter: setterOf(log),
    page: addressOf(textOf(log, "location") ?? ""),
    time: timeOf(log, "timestamp"),
  };
}
