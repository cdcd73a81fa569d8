// node src/bundle.js FOLDER: the program as the package brings it, with the licences of the packages that are in it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** What is loaded at nearly every start. Other packages are loaded from where they are installed. */
const bundled = new Set([
  "commander",
  "fastest-levenshtein",
  "js-yaml",
  "markdown-it",
  "nunjucks",
  "string-width",
  "yaml",
  "zod",
]);

/** Packages that take their time, with the functions of each that we call: many a start calls none of them. */
const lazy = { "string-width": ["default"], tldts: ["getDomain", "getPublicSuffix", "parse"] };

const source = import.meta.dirname;
const root = join(source, "..");

/** The files that are named from outside; all else is in chunks that they share. */
const entryPoints = [
  "cli.ts",
  "api.ts",
  "eleventy/plugin.ts",
  "site/build/threads/render-thread.ts",
];

/** The packages of a list of files, each by its folder: `node_modules/yaml`. */
const packagesOf = (files) =>
  [
    ...new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])),
  ].toSorted((a, b) => (a < b ? -1 : 1));

/** The licence of a package, under its name and version. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : license;
  return `${name} ${version}\n\n${text}\n`;
}

const [, , folder] = process.argv;
rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: entryPoints.map((file) => ({
    in: join(source, file),
    out: file.split("/").at(-1).replace(".ts", ""),
  })),
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // One folder, so that a file finds the package by its own place, in whichever chunk it is.
  chunkNames: "[name]-[hash]",
  legalComments: "none",
  metafile: true,
  plugins: [
    {
      name: "packages that are loaded when they are first called",
      setup(bundling) {
        const namespace = "lazy";
        bundling.onResolve({ filter: /^/ }, ({ path, ...asked }) =>
          path in lazy && asked.namespace !== namespace ? { path, namespace } : undefined,
        );
        bundling.onLoad({ filter: /^/, namespace }, ({ path }) => ({
          contents: [
            `let loaded; const load = () => (loaded ??= require("${path}"));`,
            ...lazy[path].map(
              (name) => `const call_${name} = (...words) => load().${name}(...words);`,
            ),
            `export { ${lazy[path].map((name) => `call_${name} as ${name}`).join(", ")} };`,
          ].join("\n"),
          resolveDir: root,
        }));
      },
    },
    {
      name: "packages that are not bundled",
      setup: (bundling) =>
        bundling.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
          const isOurs = !importer.includes("node_modules");
          const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(path);
          return isOurs && !bundled.has(name) ? { path, external: true } : undefined;
        }),
    },
  ],
  external: ["chokidar"],
  // Packages of CommonJS ask for modules of Node by it.
  banner: {
    js: 'import { createRequire as createRequireOfNode } from "node:module"; const require = createRequireOfNode(import.meta.url);',
  },
});
const licences = packagesOf(Object.keys(metafile.inputs)).map((one) => licenceOf(join(root, one)));
writeFileSync(join(folder, "LICENCES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
