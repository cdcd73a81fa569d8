import type { Exporter, ExportSource } from "../exporter.ts";
import { writeJson } from "../script-text.ts";

/** The file at `/.well-known/gpc.json` of a host. */
export const writeSignal = ({ lastUpdate }: NonNullable<ExportSource["gpc"]>): string =>
  writeJson({ gpc: true, ...(lastUpdate === null ? {} : { lastUpdate }) });

/** The statement that a site honours Global Privacy Control: https://w3c.github.io/gpc/. */
export const gpc: Exporter = {
  id: "gpc",
  title: "Global Privacy Control, /.well-known/gpc.json",
  extension: "json",
  unit: "site",
  missing: 'the site does not say that it honours the signal, expected the key "gpc"',
  write: ({ gpc: signal }) =>
    signal === null ? undefined : { text: writeSignal(signal), losses: [] },
};
