/** A template cannot be read, or names what its model lacks; the message says where. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}
