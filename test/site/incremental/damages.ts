import {
  copyFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { manifestName, marker } from "../../../src/site/output/folder.ts";

/** What may befall an output between two builds; `n` decides where. */
interface Scene {
  readonly output: string;
  /** The same output, made elsewhere: its manifest is whole, and foreign. */
  readonly other: string;
  /** A folder that nothing may change. */
  readonly precious: string;
}
export type Damage = (scene: Scene, n: number) => void;

/** Paths of files of sites, or of the folders above them; none where there is no output. */
function pathsIn(output: string, isFolder: boolean): string[] {
  if (!existsSync(output)) return [];
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => (isFolder ? entry.isDirectory() : entry.isFile()))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(output, marker)))
    .toSorted();
}

const onPath =
  (act: (path: string, scene: Scene) => void, isFolder = false): Damage =>
  (scene, n) => {
    const paths = pathsIn(scene.output, isFolder);
    if (paths.length > 0) act(paths[n % paths.length]!, scene);
  };

const onManifest =
  (act: (path: string, scene: Scene) => void): Damage =>
  (scene) => {
    const path = join(scene.output, manifestName);
    if (existsSync(path)) act(path, scene);
  };

/** Puts other bytes of the same length there, at another time. */
function alter(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.trunc(bytes.length / 2);
  bytes[middle] = bytes[middle]! ^ 1;
  const { mtimeMs } = lstatSync(path);
  writeFileSync(path, bytes);
  utimesSync(path, new Date(), new Date(mtimeMs + 5000));
}

function replaceByLink(path: string, { precious }: Scene): void {
  rmSync(path, { recursive: true });
  symlinkSync(precious, path);
}

export const damages: Readonly<Record<string, Damage>> = {
  touch: onPath((path) => utimesSync(path, 1e9, 1e9)),
  alter: onPath(alter),
  truncate: onPath((path) => truncateSync(path, 10)),
  delete: onPath((path) => rmSync(path)),
  deleteFolder: onPath((path) => rmSync(path, { recursive: true }), true),
  link: onPath((path, { precious }) => {
    rmSync(path);
    symlinkSync(join(precious, "letter"), path);
  }),
  linkFolder: onPath(replaceByLink, true),
  truncateManifest: onManifest((path) => truncateSync(path, 300)),
  alterManifest: onManifest(alter),
  deleteManifest: onManifest((path) => rmSync(path)),
  foreignManifest: onManifest((path, { other }) => copyFileSync(join(other, manifestName), path)),
};
