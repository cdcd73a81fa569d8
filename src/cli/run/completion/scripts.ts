import type { Completed } from "./words.ts";

/** A text in single quotes, which Bash, Zsh and fish read alike where it holds none itself. */
const quote = (text: string): string => `'${text.replaceAll("'", "’").replaceAll("\\", "")}'`;

const joined = (words: readonly string[]): string => words.join(" ");

const wordsOf = ({ words }: Completed): string => joined(words.map(({ word }) => word));

const cases = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");

/** The words of a command that have been typed before the present one, in `typed`. */
const findTyped = (commands: readonly Completed[], typed: string): string => {
  const paths = commands.flatMap(({ path }) => (path.length > 0 ? [quote(joined(path))] : []));
  return `  for word in ${typed}; do
    case "\${typed:+$typed }$word" in
      ${paths.join("|")}) typed="\${typed:+$typed }$word" ;;
    esac
  done
`;
};

const bash = (commands: readonly Completed[]): string => `_cookie_ledger() {
  local typed='' words='' word
  local present="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
${findTyped(commands, '"${COMP_WORDS[@]:1:COMP_CWORD - 1}"')}  case "$typed $previous" in
${cases(
  commands.flatMap(({ path, values }) =>
    [...values].map(
      ([option, choices]) =>
        `${quote(`${joined(path)} ${option}`)}) COMPREPLY=($(compgen -W ${quote(joined(choices))} -- "$present")); return ;;`,
    ),
  ),
)}  esac
  case "$typed" in
${cases(commands.map((one) => `${quote(joined(one.path))}) words=${quote(wordsOf(one))} ;;`))}  esac
  COMPREPLY=($(compgen -W "$words" -- "$present"))
}
complete -o default -F _cookie_ledger cookie-ledger
`;

const zsh = (commands: readonly Completed[]): string => `#compdef cookie-ledger
_cookie_ledger() {
  local typed='' word previous="\${words[CURRENT - 1]}"
  local -a offered
${findTyped(commands, '"${(@)words[2,CURRENT - 1]}"')}  case "$typed $previous" in
${cases(
  commands.flatMap(({ path, values }) =>
    [...values].map(
      ([option, choices]) =>
        `${quote(`${joined(path)} ${option}`)}) compadd -- ${joined(choices)}; return ;;`,
    ),
  ),
)}  esac
  case "$typed" in
${cases(
  commands.map(
    ({ path, words }) =>
      `${quote(joined(path))}) offered=(${words
        .map(({ word, description }) => quote(`${word}:${description.replaceAll(":", " –")}`))
        .join(" ")}) ;;`,
  ),
)}  esac
  _describe 'cookie-ledger' offered
  [[ "$PREFIX" = -* ]] || _files
}
compdef _cookie_ledger cookie-ledger
`;

/** Fish asks of each word by itself whether it may stand there. */
function fishLines(commands: readonly Completed[], { path, words, values }: Completed): string[] {
  const inner = commands.filter((one) => one.path.length === path.length + 1);
  const below = inner.filter((one) => joined(one.path.slice(0, -1)) === joined(path));
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const names = below.map((one) => one.path.at(-1)!);
  // "translate export" holds the word of another command, "export".
  const parents = commands.flatMap((one) =>
    path.length === 1 && one.path[1] === path[0] ? [one.path[0]!] : [],
  );
  const others = [...names, ...parents];
  const unseen = others.length > 0 ? [`not __fish_seen_subcommand_from ${joined(others)}`] : [];
  const where = quote([...seen, ...unseen].join("; and ") || "true");
  return words.map(({ word, description }) => {
    const choices = values.get(word);
    const offer = word.startsWith("--") ? `-l ${word.slice(2)}` : `-f -a ${quote(word)}`;
    const given = choices ? ` -x -a ${quote(joined(choices))}` : "";
    const told = description === "" ? "" : ` -d ${quote(description)}`;
    return `complete -c cookie-ledger -n ${where} ${offer}${given}${told}\n`;
  });
}

const fish = (commands: readonly Completed[]): string =>
  commands.flatMap((one) => fishLines(commands, one)).join("");

/** What makes a shell complete the words of the program. */
export const completionScripts = { bash, zsh, fish } as const;
