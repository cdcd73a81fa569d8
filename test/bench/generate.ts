import { parseArgs } from "node:util";
import { generateProject } from "./project/generate.ts";

/** `tsx test/bench/generate.ts --sites 2500 --output DIR` writes a project to look at, or to profile a build with. */
const { values } = parseArgs({
  options: { sites: { type: "string" }, output: { type: "string" } },
});
if (values.output === undefined) throw new Error("--output DIR is missing");
generateProject(values.output, Number(values.sites ?? 250));
