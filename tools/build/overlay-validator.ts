/**
 * Compiles the record types of overlay.schema.json to a module that the sources import. In the browser, Ajv would need
 * `eval`, which strict pages forbid, and would make the scripts larger.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { schemaFolder } from './country.js';
import { readJson } from './read-json.js';

const file = `${schemaFolder}/overlay.schema.json`;

/** The parts of the schema that are used here. */
interface Overlay {
  $id: string;
  $defs: { schedule: { properties: Record<string, object> } };
}

/** The schema with fields of the same form under one pattern: otherwise Ajv repeats its code for each field. */
function grouped(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(grouped);
  const { $comment, description, properties = {}, ...rest }: Record<string, unknown> = { ...schema };
  const fieldsByForm: Map<string, string[]> = new Map();
  for (const [field, form] of Object.entries(Object(properties))) {
    const key = JSON.stringify(grouped(form));
    fieldsByForm.set(key, [...(fieldsByForm.get(key) ?? []), field]);
  }
  const groups = [...fieldsByForm].map(([form, fields]) => ({ form: JSON.parse(form), fields }));
  const alone = groups.filter(({ fields }) => fields.length === 1);
  const together = groups.filter(({ fields }) => fields.length > 1);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([keyword, value]) => [keyword, grouped(value)])),
    ...(alone.length && {
      properties: Object.fromEntries(alone.flatMap(({ form, fields }) => fields.map(field => [field, form]))),
    }),
    ...(together.length && {
      patternProperties: {
        ...Object(grouped(rest.patternProperties)),
        ...Object.fromEntries(together.map(({ form, fields }) => [`^(${fields.join('|')})$`, form])),
      },
    }),
  };
}

/** @returns the module, with a function for each kind of record */
export function overlayValidator(zone: string): string {
  const document = readJson<Overlay>(file);
  document.$defs.schedule.properties.x_timezone = { const: zone };
  const ajv = new Ajv2020({
    allErrors: true,
    // We write the messages ourselves: see src/directory/overlay/shape.ts.
    messages: false,
    // Host pages add properties to `Object.prototype`, and `for…in` would visit them.
    ownProperties: true,
    logger: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
    schemas: [Object(grouped(document))],
  });
  const code = standalone
    .default(ajv, {
      service: `${document.$id}#/$defs/service`,
      organization: `${document.$id}#/$defs/organization`,
    })
    // Replaces an import of Ajv that counts the characters of a text, where a surrogate pair, such as an emoji, is one.
    .replace(
      /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g,
      "text => (/[\\ud800-\\udbff]/.test(text) ? text.replace(/[\\ud800-\\udbff][\\udc00-\\udfff]/g, ' ').length : text.length)",
    );
  const [imported] = /\brequire\(|^import\b|\bfor ?\([^;)]* in /m.exec(code) ?? [];
  if (imported) throw new Error(`${file} needs what is not shipped: ${imported}`);
  return `// @ts-nocheck: compiled by Ajv.\n${code}`;
}
