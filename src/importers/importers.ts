import { devtools } from "./formats/devtools.ts";
import { editThisCookie } from "./formats/edit-this-cookie.ts";
import { har } from "./formats/har.ts";
import { headerLog } from "./formats/header-log.ts";
import type { Importer } from "./importer.ts";
import { netscape } from "./formats/netscape.ts";
import { saved } from "./formats/saved.ts";
import { selenium } from "./formats/selenium.ts";
import { storageState } from "./formats/storage-state.ts";
import { wec, wecYaml } from "./formats/wec.ts";

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
