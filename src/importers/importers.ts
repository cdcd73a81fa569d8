import { cookieList } from "./formats/cookie-list.ts";
import { devtoolsTable } from "./formats/devtools-table.ts";
import { har } from "./formats/har.ts";
import { headerLog } from "./formats/header-log.ts";
import type { Importer } from "./importer.ts";
import { netscape } from "./formats/netscape.ts";
import { saved } from "./formats/saved.ts";
import { storageState } from "./formats/storage-state.ts";
import { wec, wecYaml } from "./formats/wec.ts";

/** In the order in which they are asked whether they recognise a file: what is plainest first. */
export const importers: readonly Importer[] = [
  saved,
  har,
  storageState,
  wec,
  cookieList,
  netscape,
  devtoolsTable,
  wecYaml,
  headerLog,
];
