import { devtools } from "./devtools.ts";
import { editThisCookie } from "./edit-this-cookie.ts";
import { har } from "./har.ts";
import { headerLog } from "./header-log.ts";
import type { Importer } from "./importer.ts";
import { netscape } from "./netscape.ts";
import { saved } from "./saved.ts";
import { selenium } from "./selenium.ts";
import { storageState } from "./storage-state.ts";
import { wec, wecYaml } from "./wec.ts";

/** In the order in which they are asked whether they recognise a file: what is plainest first. */
export const importers: readonly Importer[] = [
  saved,
  har,
  storageState,
  wec,
  editThisCookie,
  devtools,
  selenium,
  netscape,
  wecYaml,
  headerLog,
];
