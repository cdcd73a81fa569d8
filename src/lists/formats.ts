import type { ListFormat } from "./format.ts";
import { cookiebotScript } from "./formats/cookiebot-script.ts";
import { csv } from "./formats/csv.ts";
import { deviceStorage } from "./formats/device-storage.ts";
import { faz } from "./formats/faz.ts";
import { jsonRows } from "./formats/json.ts";
import { klaroServices } from "./formats/klaro.ts";
import { markdownDocument } from "./formats/markdown.ts";
import { oneTrust } from "./formats/onetrust.ts";
import { openCookieDatabaseRows } from "./formats/open-cookie-database.ts";
import { orejimePurposes } from "./formats/orejime.ts";
import { page } from "./formats/page.ts";
import { realCookieBanner } from "./formats/real-cookie-banner.ts";
import { tarteaucitronServices } from "./formats/tarteaucitron.ts";
import { vanillaCookieconsentConfig } from "./formats/vanilla-cookieconsent.ts";

/** In the order in which they are asked whether they recognise a file: what is plainest first. */
export const listFormats: readonly ListFormat[] = [
  oneTrust,
  faz,
  realCookieBanner,
  deviceStorage,
  openCookieDatabaseRows,
  cookiebotScript,
  tarteaucitronServices,
  vanillaCookieconsentConfig,
  klaroServices,
  orejimePurposes,
  page,
  markdownDocument,
  csv,
  jsonRows,
];
