/** The part of Eleventy's development server that this project uses; the package brings no types. */
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Log = (message: string) => void;
  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  export default class EleventyDevServer {
    constructor(
      name: string,
      folder: string,
      options: {
        domDiff: boolean;
        logger: { info: Log; log: Log; error: Log };
        middleware: readonly Middleware[];
      },
    );
    serve(port: number): void;
    /** The port in the end, once the server listens; another than asked for where that was taken. */
    getPort(): Promise<number>;
    reload(): void;
    close(): Promise<void>;
  }
}
