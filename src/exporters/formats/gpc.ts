import type { Exporter } from "../exporter.ts";
import { writeJson } from "../script-text.ts";

/** The statement that a site honours Global Privacy Control: https://w3c.github.io/gpc/. */
export const gpc: Exporter = {
  id: "gpc",
  title: "Global Privacy Control, /.well-known/gpc.json",
  extension: "json",
  unit: "site",
  missing: 'the site does not say that it honours the signal, expected the key "gpc"',
  write({ gpc: signal }) {
    if (signal === null) return undefined;
    const { lastUpdate } = signal;
    const statement = { gpc: true, ...(lastUpdate === null ? {} : { lastUpdate }) };
    return { text: writeJson(statement), losses: [] };
  },
};
