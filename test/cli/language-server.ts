import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../project.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Diagnostic {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly message: string;
}

/** What an editor shows in a text whose pointer stands at `¦`, by the YAML Language Server. */
interface Shown {
  /** What is offered there, each with its description. */
  readonly offered: ReadonlyMap<string, string>;
  /** What is said of the word before the pointer, as Markdown. */
  readonly hover: string;
  /** `line:column what` of everything that is wrong, both counted from 1. */
  readonly errors: readonly string[];
}

export interface LanguageServer {
  readonly show: (path: string, text: string) => Promise<Shown>;
  readonly stop: () => void;
}

const settings = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

/** Cuts messages from a stream in which each follows its length in bytes. */
function createReader(take: (message: Message) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, head))?.[1]);
      if (head < 0 || rest.length < head + 4 + length) return;
      take(JSON.parse(rest.toString("utf8", head + 4, head + 4 + length)) as Message);
      rest = rest.subarray(head + 4 + length);
    }
  };
}

const markdownOf = (documentation: unknown): string =>
  typeof documentation === "string"
    ? documentation
    : ((documentation as { value?: string } | undefined)?.value ?? "");

/** Starts the server for the files of a folder. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const program = join(root, "node_modules/yaml-language-server/bin/yaml-language-server");
  const child = spawn(process.execPath, [program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = new Map<number, (message: Message) => void>();
  const diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  let requests = 0;
  let texts = 0;

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = (requests += 1);
      answers.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T),
      );
      send({ id, method, params });
    });

  const take = ({ id, method, params, ...answer }: Message): void => {
    if (method === undefined) answers.get(id!)?.(answer);
    else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      diagnosed.get(uri)?.(diagnostics);
    } else if (id !== undefined) {
      const { items = [] } = params as { items?: readonly { section: string }[] };
      const result = items.map(({ section }) => (settings as Record<string, object>)[section]);
      send({ id, result: method === "workspace/configuration" ? result : null });
    }
  };
  child.stdout.on("data", createReader(take));

  await request("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings } });

  return {
    async show(path, marked) {
      // A name of its own: the server tells at its leisure, also of what was closed.
      const uri = pathToFileURL(join(folder, dirname(path), `${(texts += 1)}.yaml`)).href;
      const before = marked.split("¦", 1)[0]!.split("\n");
      const position = { line: before.length - 1, character: before.at(-1)!.length };
      const errors = new Promise<readonly Diagnostic[]>((resolve) => {
        diagnosed.set(uri, resolve);
      });
      const textDocument = { uri };
      const text = marked.replace("¦", "");
      send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
      });
      const { items } = await request<{
        items: readonly { label: string; documentation?: unknown }[];
      }>("textDocument/completion", { textDocument, position });
      const hovered = { ...position, character: Math.max(0, position.character - 1) };
      const hover = await request<{ contents: unknown } | null>("textDocument/hover", {
        textDocument,
        position: hovered,
      });
      const found = await errors;
      return {
        offered: new Map(
          items.map(({ label, documentation }) => [label, markdownOf(documentation)]),
        ),
        hover: markdownOf(hover?.contents),
        errors: found.map(
          ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`,
        ),
      };
    },
    stop: () => void child.kill(),
  };
}
