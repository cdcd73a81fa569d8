import type { Exporter } from "./exporter.ts";
import { cookieManager } from "./formats/cookie-manager.ts";
import { googleConsentMode } from "./formats/google-consent-mode.ts";
import { gpc } from "./formats/gpc.ts";
import { iabDeviceStorage } from "./formats/iab-device-storage.ts";
import { klaro } from "./formats/klaro.ts";
import { openCookieDatabase } from "./formats/open-cookie-database.ts";
import { orejime } from "./formats/orejime.ts";
import { tarteaucitron } from "./formats/tarteaucitron.ts";
import { vanillaCookieconsent } from "./formats/vanilla-cookieconsent.ts";

/** In the order of `exportFormats`. */
export const exporters: readonly Exporter[] = [
  vanillaCookieconsent,
  klaro,
  orejime,
  cookieManager,
  tarteaucitron,
  googleConsentMode,
  iabDeviceStorage,
  openCookieDatabase,
  gpc,
];

/** `undefined` where no exporter has that id. */
export const findExporter = (id: string): Exporter | undefined =>
  exporters.find((one) => one.id === id);
