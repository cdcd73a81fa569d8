/** The machine, not the site, stands in the way of a live look; its message is one plain sentence for the user. */
export class CannotBrowse extends Error {
  override readonly name = "CannotBrowse";
}
