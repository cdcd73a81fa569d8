import { domainToASCII, domainToUnicode } from "node:url";
import { memoizeByText } from "../memo.ts";

// oxlint-disable-next-line no-control-regex -- a name of ASCII alone is kept as it is
const isAscii = /^[\u0000-\u007f]*$/;

/** A host name as it is kept, `xn--mnchen-3ya.example`; another text as it is. */
export function asciiHost(host: string): string {
  if (isAscii.test(host)) return host;
  const ascii = domainToASCII(host);
  return domainToUnicode(ascii) === host.normalize("NFC") ? ascii : host;
}

/** The host of an address, or what stands behind the `@` of one for mail. */
const hostPart = /(?<=^https?:\/\/)[^/?#:@\\]+(?=[/?#:]|$)|(?<=^[^\s@]+@)[^\s@?]+/i;

/** An address with its host as it is kept. */
export const asciiAddress = (address: string): string =>
  isAscii.test(address) ? address : address.replace(hostPart, asciiHost);

/**
 * The parsed address, or `undefined`. Not by `URL.canParse`, which once it is optimized refuses hosts such as `müller.de`
 * in Node 20.
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

const latin =
  /^[-0-9a-z\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e\u0218-\u021b\u1e00-\u1eff]+$/;

const partsOf: Readonly<Record<string, string>> = {
  Jpan: "\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hani}ー",
  Kore: "\\p{sc=Hang}\\p{sc=Hani}",
  Hans: "\\p{sc=Hani}",
  Hant: "\\p{sc=Hani}",
};

/** Matches a label in the script of a language alone. */
const scriptOf = memoizeByText((tag) => {
  const { script = "Latn" } = new Intl.Locale(tag).maximize();
  return script === "Latn"
    ? latin
    : new RegExp(`^[-0-9${partsOf[script] ?? `\\p{sc=${script}}\\p{M}`}]+$`, "u");
});

function showHost(host: string, tag: string): string {
  if (!/(^|\.)xn--/.test(host)) return host;
  const shown = domainToUnicode(host);
  const isSafe = shown.split(".").every((label) => latin.test(label) || scriptOf(tag).test(label));
  return isSafe ? shown : host;
}

/**
 * A host or an address for readers of a language: in their letters where each label is in Latin letters or those of the
 * language alone, so that it cannot look like another.
 */
export function showAddress(address: string, tag: string): string {
  if (!address.includes("xn--")) return address;
  return hostPart.test(address)
    ? address.replace(hostPart, (host) => showHost(host, tag))
    : showHost(address, tag);
}
