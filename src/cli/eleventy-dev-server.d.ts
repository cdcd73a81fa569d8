/** The part of Eleventy's development server that this project uses; the package brings no types. */
declare module "@11ty/eleventy-dev-server" {
  type Log = (message: string) => void;

  export default class EleventyDevServer {
    constructor(
      name: string,
      folder: string,
      options: { domDiff: boolean; logger: { info: Log; log: Log; error: Log } },
    );
    serve(port: number): void;
    /** The port in the end, once the server listens; another than asked for where that was taken. */
    getPort(): Promise<number>;
    reload(): void;
    close(): Promise<void>;
  }
}
