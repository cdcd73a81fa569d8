import { writePackageCache } from "./registry/files/write-package-cache.ts";

// tsx src/pack.js FOLDER: what the package brings beside the program in a folder.
const [, , program = "dist/code"] = process.argv;
writePackageCache(program);
