import { writePackageCache } from "./registry/files/write-package-cache.ts";
import { writeTemplateCache } from "./site/build/write-template-cache.ts";

// tsx src/pack.js FOLDER: what the package brings beside the program in that folder.
const [, , program = "dist/code"] = process.argv;
writePackageCache(program);
writeTemplateCache(program);
