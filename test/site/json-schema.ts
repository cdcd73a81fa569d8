import type { Shape, Types } from "./policy-types.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A JSON Schema (2020-12) of what types say; a name that they lack is that of words by name. */
export function schemaOf(types: Types, root: string, title: string, without: readonly string[]) {
  const named = new Map<string, Schema>();

  function describe(name: string): Schema {
    const type = types.get(name);
    if (!type) return { type: "object", additionalProperties: { type: "string" } };
    if (!named.has(name)) {
      named.set(name, {});
      const about = type.about === "" ? {} : { description: type.about };
      named.set(name, { ...about, ...convert(type.shape) });
    }
    return { $ref: `#/$defs/${name}` };
  }

  function convert(shape: Shape): Schema {
    switch (shape.kind) {
      case "text":
        return { type: "string" };
      case "flag":
        return { type: "boolean" };
      case "null":
        return { type: "null" };
      case "number":
        return { type: "number" };
      case "version":
        return { const: shape.is };
      case "words":
        return { enum: shape.words };
      case "list":
        return { type: "array", items: convert(shape.of) };
      case "map":
        return { type: "object", additionalProperties: convert(shape.of) };
      case "either":
        return { anyOf: shape.options.map(convert) };
      case "named":
        return describe(shape.name);
      default: {
        const keys = shape.keys.filter(({ name }) => !without.includes(name));
        return {
          type: "object",
          properties: Object.fromEntries(
            keys.map(({ name, about, shape: inner }) => [
              name,
              { ...convert(inner), ...(about === "" ? {} : { description: about }) },
            ]),
          ),
          required: keys.flatMap(({ name, optional }) => (optional ? [] : [name])),
          additionalProperties: false,
        };
      }
    }
  }

  const { shape } = types.get(root)!;
  const whole = convert(shape) as { properties: object; required: string[] };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...whole,
    $defs: Object.fromEntries(named),
  };
}
