import { parseDuration, type Unit, writeDuration } from "../../vocabulary/duration.ts";
import { meantDuration } from "../../vocabulary/meant-duration.ts";
import { endIn } from "./ends.ts";
import { mixedLengthIn } from "./mixed-lengths.ts";
import { numberOfWord, unitIn, wholeLengths } from "./units.ts";

const and =
  /^(?:and|und|et|y|e|i|en|og|och|ja|és|a|si|și|ir|un|ve|та|і|и|και|agus|eta|u|ac|&|\+|,|;|و|ו)$/u;

/** Words before or behind a length that say nothing else than that it is one. */
const fillers =
  /^(?:(?:expires?|expiry|duration|lifetime|valid|kept|after|for|nach|après|pendant|durant|después de|durante|dopo|na|após|po|efter|etter|in)(?:\s*:)?\s+)+|\s+(?:long|lang|lifetime|duration)$/gu;

const bounds: readonly (readonly [RegExp, "up to" | "by default" | "after last activity"])[] = [
  [
    /^(?:up to|at most|not more than|max\.?|maximum(?: of)?|maximal|bis zu|höchstens|längstens|jusqu'à|au plus|au maximum|maximum de|hasta|máximo(?: de)?|como máximo|fino a|massimo|al massimo|tot|maximaal|até|no máximo|do|maksymalnie|až|nejvýše|najviac|najviše|največ|upp till|högst|op til|højst|opptil|maks\.?|enintään|legfeljebb|en fazla|до|щонайбільше|έως|το πολύ|kuni|iki|līdz|cel mult|最长|最大)(?!\p{Script=Latin})\s*/u,
    "up to",
  ],
  [
    /\s*(?:as a maximum|maximum|max\.?|höchstens|au (?:maximum|plus)|como máximo|no máximo|al massimo|maximaal)$/u,
    "up to",
  ],
  [
    /^(?:by default|standardmäßig|par défaut|por defecto|per impostazione predefinita|standaard|domyślnie)\s*:?\s*/u,
    "by default",
  ],
  [
    /[,\s]*\(?(?:by default|default|standardmäßig|par défaut|por defecto|por padrão|por predefinição|di default|domyślnie|som standard|per defecte)\)?$/u,
    "by default",
  ],
  [
    /\s*(?:after|from|since) (?:the )?(?:last|latest) (?:activity|visit|use|interaction|update)$|\s*(?:of )?inactivity$|\s*nach (?:der |dem )?letzten (?:aktivität|besuch|nutzung|aktualisierung)$|\s*(?:après|depuis|à compter de) la dernière (?:activité|visite|mise à jour)$|\s*(?:desde|después de) la última (?:actividad|visita|actualización)$|\s*(?:dall'|dopo l')ultim[ao] (?:attività|visita|aggiornamento)$|\s*na (?:de |het )?laatste (?:activiteit|bezoek)$/u,
    "after last activity",
  ],
];

/** That a length begins anew, which is a fact of its own and not told here. */
const renewed =
  /,\s*(?:renewed at every visit|durée renouvelée à chaque visite|bei jedem besuch erneuert|plazo que se renueva en cada visita|bij elk bezoek vernieuwd|com renovação a cada visita|förnyas vid varje besök|fornyes ved hvert besøg)$/u;

const tokens = /\d+(?:[.,]\d+)?|[\p{L}\p{M}'’׳-]+|[^\s]/gu;

/** Arabic, Persian and full-width digits as those of ours. */
const plainDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );

const simplify = (text: string): string =>
  plainDigits(text)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/\((?:s|e|en|n|es|i|a|e\/n)\)/g, "")
    .replaceAll(/(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d.,])/g, "$1$2")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^(?:[-–:•]\s+)+|[.\s]+$/g, "")
    .trim();

/** A length with its words in English, as `meantDuration` reads it; `undefined` where a word is none of a length. */
function inEnglish(text: string, language: string | undefined): string | undefined {
  const written: string[] = [];
  const found = text.match(tokens) ?? [];
  for (const [index, token] of found.entries()) {
    const word = token.replace(/-$/, "");
    const isNext = /^\d/.test(found[index + 1] ?? "");
    if (/^\d/.test(word)) written.push(word);
    else if (word === "." || word === "-") continue;
    else if (/\d$/.test(written.at(-1) ?? "")) {
      if (word === "de") continue;
      const unit = unitIn(word, language);
      if (unit === undefined) return undefined;
      written.push(unit);
    } else if (wholeLengths.has(word)) written.push(wholeLengths.get(word)!.join(" "));
    else if (and.test(word) && (isNext || numberOfWord.has(found[index + 1] ?? ""))) continue;
    else if (numberOfWord.has(word)) written.push(String(numberOfWord.get(word)));
    else return undefined;
  }
  return written.length > 0 ? written.join(" ") : undefined;
}

const sizes: readonly (readonly [number, Unit])[] = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];

/** A length in seconds that is too large for a registry, in the largest unit in which it is whole. */
function shorten(text: string): string {
  const [, seconds] = /^(\d{5,12}) seconds?$/.exec(text) ?? [];
  const [size, unit] = sizes.find(([one]) => Number(seconds) % one === 0) ?? [];
  return seconds === undefined || size === undefined ? text : `${Number(seconds) / size} ${unit}`;
}

function lengthIn(text: string, language: string | undefined): string | undefined {
  const english = inEnglish(text, language);
  if (english === undefined) return undefined;
  const short = shorten(english);
  const known = parseDuration(short);
  return known ? writeDuration(known) : meantDuration(short);
}

function boundedIn(text: string, language: string | undefined): string | undefined {
  let rest = text;
  const found = new Set<string>();
  for (const [pattern, bound] of bounds) {
    const without = rest.replace(pattern, "").trim();
    if (without !== rest && without !== "") {
      found.add(bound);
      rest = without;
    }
  }
  const length = lengthIn(rest.replaceAll(fillers, "").trim(), language);
  if (length === undefined) return undefined;
  const parsed = parseDuration(
    [
      ...(found.has("up to") ? ["up to"] : []),
      length,
      ...(found.has("by default") ? ["by default"] : []),
      ...(found.has("after last activity") ? ["after last activity"] : []),
    ].join(" "),
  );
  return parsed && writeDuration(parsed);
}

function wholeIn(plain: string, language: string | undefined): string | undefined {
  const known = parseDuration(plain);
  if (known) return writeDuration(known);
  const whole = endIn(plain);
  if (whole) return whole;
  const [, bare = "", remark = ""] = /^([^()]+?)\s*\(([^()]*)\)$/.exec(plain) ?? [];
  if (bare === "") return meantDuration(plain) ?? boundedIn(plain, language);
  const end = endIn(bare);
  const length = end && durationIn(remark, language);
  // What is kept beyond a session may say for how long; a session of some length is something else.
  if (length !== undefined && length !== end) return end === "persistent" ? length : undefined;
  const saysBound = /^(?:max|up to|default|par défaut|standard|por defecto)/.test(remark);
  return durationIn(saysBound ? `${bare} ${remark}` : bare, language);
}

/**
 * The duration that a cell of a list says, as a registry writes it: in the words of its language or, where none is told,
 * in those that mean the same in all. `undefined` where any of it cannot be read.
 */
export function durationIn(text: string, language?: string): string | undefined {
  // A minute to some, a month to others.
  if (/\d\s*m(?![\p{L}\p{N}])/iu.test(text)) return undefined;
  const plain = simplify(text).replace(renewed, "");
  return wholeIn(plain, language) ?? mixedLengthIn(plain, (part) => wholeIn(part, language));
}
