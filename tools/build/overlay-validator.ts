/**
 * Compiles the records of overlay.schema.json to a module that the sources import: pages forbid `eval`, by
 * which Ajv works otherwise, and need not carry Ajv to read a host's own services.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { schemaFolder } from './country.js';
import { readJson } from './read-json.js';

const file = `${schemaFolder}/overlay.schema.json`;

/** What has to be known of the schema. */
interface Overlay {
  $id: string;
  $defs: { schedule: { properties: Record<string, object> } };
}

/** The same schema with fields of the same form under one pattern, since Ajv writes out its code field by field. */
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

/**
 * @param zone the time zone of the country
 * @returns the module, with a function for each kind of record
 */
export function overlayValidator(zone: string): string {
  const document = readJson<Overlay>(file);
  document.$defs.schedule.properties.x_timezone = { const: zone };
  const ajv = new Ajv2020({
    allErrors: true,
    // The words are ours: see src/directory/overlay/overlay.ts.
    messages: false,
    // Host pages put fields on `Object.prototype`, and `for…in` would find them.
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
    // Ajv imports what counts characters, as people do who count an emoji as one.
    .replace(
      /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g,
      "text => (/[\\ud800-\\udbff]/.test(text) ? text.replace(/[\\ud800-\\udbff][\\udc00-\\udfff]/g, ' ').length : text.length)",
    );
  const [imported] = /\brequire\(|^import\b|\bfor ?\([^;)]* in /m.exec(code) ?? [];
  if (imported) throw new Error(`${file} needs what is not shipped: ${imported}`);
  return `// @ts-nocheck: compiled by Ajv.\n${code}`;
}
