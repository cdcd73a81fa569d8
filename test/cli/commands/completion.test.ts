import { expect, test } from "vitest";
import { temporaryFolder } from "../../project.ts";
import { run } from "../run.ts";

const script = async (shell: string) =>
  (await run(temporaryFolder(), ["completion", shell])).stdout;

test("help and every shell know the same commands", async () => {
  const { stdout } = await run(temporaryFolder(), ["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?=[ [<])/gm)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(10);
  const bash = /^ {4}''\) words='(.*) --version' ;;$/m.exec(await script("bash"));
  expect(bash?.[1]?.split(" ")).toEqual(commands.filter((name) => name !== "help"));
  for (const name of bash![1]!.split(" ")) {
    expect(await script("zsh")).toContain(`'${name}:`);
    expect(await script("fish")).toContain(` -f -a '${name}' -d '`);
  }
});

test.each([
  ["bash", "'lint --format') COMPREPLY=($(compgen -W 'text json markdown github"],
  ["bash", "'translate export') words='--project --language --output' ;;"],
  ["bash", "'init --ci') COMPREPLY=($(compgen -W 'github gitlab none'"],
  ["zsh", "'lint --format') compadd -- text json markdown github"],
  ["zsh", "'list') offered=('functions:' "],
  ["fish", "'__fish_seen_subcommand_from lint' -l format -x -a 'text json markdown github"],
  ["fish", "-n '__fish_seen_subcommand_from explain' -f -a 'duration-vague'"],
])("%s completes %j", async (shell, part) => {
  expect(await script(shell)).toContain(part);
});

test("another shell is answered with those that are known", async () => {
  const { status, stderr } = await run(temporaryFolder(), ["completion", "csh"]);
  expect(status).toBe(2);
  expect(stderr).toContain('unknown shell "csh", expected one of "bash", "zsh", "fish"');
});
