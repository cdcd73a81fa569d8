import { join } from "node:path";
import { textHash } from "../../registry/files/package-cache.ts";
import { writeCached } from "../../registry/files/write-package-cache.ts";
import { packageFolder } from "../../registry/project.ts";
import { createRenderer } from "../render/renderer.ts";
import { readTemplates } from "../render/template-files.ts";

/** Writes what the package's templates are compiled to beside a program, for `packedTemplates`. */
export function writeTemplateCache(program: string): void {
  createRenderer(readTemplates([join(packageFolder, "templates")]), {
    get: () => undefined,
    set: (name, text, code) =>
      writeCached(program, `templates/${name}`, { hash: textHash(text), code }),
  });
}
