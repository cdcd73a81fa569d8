import { parseDuration, writeDuration } from "../../vocabulary/duration.ts";

/** Words that say whose a cookie is, or that it is one: nothing of how long. */
const otherWords =
  /(?<![\p{L}\p{N}])(?:(?:first|third|1st|3rd)[- ]part(?:y|ies)|http|https|cookies?|cookie-uri|kakor|evästeet?|slapukai|piškotki|kolačići|propi[ao]s?|de terceros|terceros|propri[ao]|intern[eo]?s?|tiers|eigene[sr]?|erstanbieter|drittanbieter|own)(?![\p{L}\p{N}])/gu;

const sessionWord =
  /^(?:session|sesión|sesion|sessão|sessione|sitzung|sessie|sesja|sesji|sesyjn|relac|relác|sesij|sej[aeo]|sesiun|istunto|munkamenet|seans|oturum|сесі|сеанс|συνεδρ|sessió|sessjon)/u;

const otherWays =
  /\p{N}|(?<!\p{L})(?:not|nicht|non|pas|no|niet|longer|länger|beyond|storage|day|week|month|year)(?!\p{L})/u;

const closing =
  /quit|clos|end|delet|remov|expir|leav|schlie|beend|gelösch|ferm|quit|supprim|cierr|cerr|elimin|borr|finaliz|chiu|cancell|fecha|encerr|apaga|sluit|gesloten|verwijder|zamkn|zako|usuw|zavř|ukonč|zatv|lukk|slett|stäng|rader|sulje|poist|bezár/u;

/** Whether a text says that something ends with the session, and no more than whose it is or how it ends. */
function isOfSession(text: string): boolean {
  const bare = text.replaceAll(otherWords, " ").replaceAll(/\s+/g, " ").trim();
  if (!sessionWord.test(bare) || otherWays.test(bare)) return false;
  return !/\s/.test(bare) || closing.test(bare);
}

const alternatives = /\s*\/\s*|\s(?:or|ou|oder|o|of|lub|nebo|alebo|ili|ali|sau|eller|tai|vagy)\s/u;

const lengthOf = (written: string | undefined) => {
  const parsed = written === undefined ? undefined : parseDuration(written);
  return parsed?.kind === "length" ? written : undefined;
};

/** A session in some cases, and so long in others. */
function eitherOf(text: string, read: (part: string) => string | undefined): string | undefined {
  const [one, other, ...more] = text.split(alternatives);
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const told = [read(one), read(other)];
  const length = told.map(lengthOf).find((part) => part !== undefined);
  if (length === undefined || !told.includes("session")) return undefined;
  const parsed = parseDuration(`session or ${length}`);
  return parsed && writeDuration(parsed);
}

/**
 * What a text in small letters says of a length beside other things: whose it is and that it is kept, as in "first-party
 * persistent cookie, 6 months"; or of a session in some cases. `read` reads a part of it.
 */
export function mixedLengthIn(
  text: string,
  read: (part: string) => string | undefined,
): string | undefined {
  if (isOfSession(text)) return "session";
  const either = eitherOf(text, read);
  if (either !== undefined) return either;
  const parts = text.split(/\s*[,;:–—/]\s+|\s+-\s+/).map((part) => {
    const bare = part.replaceAll(otherWords, " ").replaceAll(/\s+/g, " ").trim();
    return bare === "" ? undefined : bare;
  });
  const told = parts.filter((part) => part !== undefined);
  if (told.length === 0 || (told.length === 1 && told[0] === text)) return undefined;
  const lengths = told.map(read);
  if (lengths.includes(undefined)) return undefined;
  const others = lengths.filter((one) => one !== "persistent");
  return new Set(others).size === 1 ? others[0] : undefined;
}
