import { loadRegistry } from "../src/registry/load.ts";
import { openProject, packageFolder } from "../src/registry/project.ts";

/** The package as a project of its own: its providers are the project's, and whatever is wrong with them is said. */
export const checkout = loadRegistry(openProject(packageFolder));
