import { TemplateError } from "./template-error.ts";

type Done = (error: unknown, output?: unknown) => void;

/** What Nunjucks calls from compiled templates, as far as it is needed here. */
interface Runtime {
  readonly handleError: (error: Error, line: number, column: number) => Error;
  readonly makeMacro: (
    names: readonly string[],
    optional: readonly string[],
    run: (...words: unknown[]) => unknown,
  ) => unknown;
}

/** The parts of a Nunjucks template that its types leave out. */
export interface Runnable {
  rootRenderFunc: (
    environment: unknown,
    context: unknown,
    frame: unknown,
    runtime: Runtime,
    done: Done,
  ) => void;
}

interface NumberedError extends Error {
  readonly lineno?: number;
  readonly colno?: number;
}

/** Finds the template in which an error arises, where Nunjucks names one that imports it, or that it includes. */
export interface Faults {
  /** Watches a compiled template. */
  readonly locateIn: (name: string, template: Runnable) => void;
  /** Compiles the template of that name. */
  readonly compiling: <Result>(name: string, compile: () => Result) => Result;
  /** Renders what is watched. */
  readonly rendering: <Result>(render: () => Result) => Result;
}

/** `fileOf` gives the name under which reports print a template. */
export function createFaults(fileOf: (name: string) => string): Faults {
  /** The sentence of the first that a template reports: those that it passes through on its way report it again. */
  let sentence: string | undefined;

  function note(name: string, { message }: Error, line?: number, column?: number): void {
    const place = line === undefined ? "" : `:${line}:${column}`;
    sentence ??= `in ${fileOf(name)}${place}: ${message}`;
  }

  const watched = (name: string, runtime: Runtime): Runtime => ({
    ...runtime,
    handleError(error: NumberedError, line, column) {
      note(name, error, error.lineno ?? line + 1, error.colno ?? column + 1);
      return runtime.handleError(error, line, column);
    },
    makeMacro: (names, optional, run) =>
      runtime.makeMacro(names, optional, function macro(this: unknown, ...words) {
        try {
          return run.apply(this, words);
        } catch (error) {
          const { lineno, colno } = error as NumberedError;
          note(name, error as Error, lineno, colno);
          throw error;
        }
      }),
  });

  return {
    locateIn(name, template) {
      const { rootRenderFunc: run } = template;
      let own: Runtime | undefined;
      template.rootRenderFunc = (environment, context, frame, runtime, done) => {
        own ??= watched(name, runtime);
        let outcome: Parameters<Done> | undefined;
        run(environment, context, frame, own, (...words) => {
          outcome ??= words;
        });
        // Only now: what follows an include would else run, and fail, within the included template.
        const [error, output] = outcome ?? [new Error("no output")];
        if (error) note(name, error as Error);
        done(error, output);
      };
    },
    compiling(name, compile) {
      try {
        return compile();
      } catch (cause) {
        if (cause instanceof TemplateError) throw cause;
        const { lineno, colno, message } = cause as NumberedError;
        const place = lineno === undefined ? "" : `:${lineno}:${colno}`;
        throw new TemplateError(`in ${fileOf(name)}${place}: ${message}`, { cause });
      }
    },
    rendering(render) {
      sentence = undefined;
      try {
        return render();
      } catch (cause) {
        if (cause instanceof TemplateError) throw cause;
        throw new TemplateError(sentence ?? (cause as Error).message, { cause });
      }
    },
  };
}
