/** There is no site to build: all are abstract. */
export class NoSite extends Error {
  override readonly name = "NoSite";
}
