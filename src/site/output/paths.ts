import { rememberByText } from "../../registry/remember.ts";
import { CannotBuild } from "./cannot-build.ts";

/** What no segment of a path may be, on any system that may build, unpack or serve the site. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/^$/, "has an empty segment"],
  [/^\.\.?$/, "leaves its folder"],
  [/[\p{Cc}\p{Cf}\p{Cs}]/u, "has an invisible character"],
  [/[<>:"|?*\\]/, "has a character that Windows refuses"],
  [/[. ]$/, "has a segment that ends in a dot or a space"],
  [
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i,
    "has the name of a Windows device",
  ],
  [/^\.cookie-ledger/i, "has a name kept for the build itself"],
];

const faultOf = rememberByText((segment) => {
  const fault = faults.find(([pattern]) => pattern.test(segment));
  return fault ? fault[1] : "";
});

/** Throws unless `path` is relative, separated by `/`, and names the same file inside the output on every system. */
export function checkPath(path: string): void {
  for (const segment of path.split("/")) {
    const fault = faultOf(segment);
    if (fault) throw new CannotBuild(`cannot write ${JSON.stringify(path)}: it ${fault}`);
  }
}

/** Equal for paths that some file system holds for one: by case, or by Unicode composition. */
export const foldPath = (path: string): string =>
  path.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
