import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";

/** Reads a project and does nothing with it, to tell what the rules add. */
const { diagnostics } = loadRegistry(openProject(process.argv[2]!));
if (diagnostics.length > 0) throw new Error(diagnostics[0]!.message);
