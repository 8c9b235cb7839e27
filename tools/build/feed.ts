/** Newer facts for pages that pin their script: the document that is signed, and the code that checks it. */
import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { build } from 'esbuild';
import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';
import {
  type Country,
  country,
  countryFile,
  folder,
  inCountry,
  schemaFolder,
  targetLanguages,
} from './country.js';
import { criticalService, type Facts } from './fact-files.js';
import { factTexts, shippedFacts } from './fact-records.js';
import { hashOf } from './integrity.js';
import { publicKeys } from './keys.js';
import { messagesIn } from './messages.js';
import { commonSchema, readFacts, schemas } from './read-facts.js';
import { readJson } from './read-json.js';
import { isNamed, walk } from './syntax.js';

export const releaseFile = inCountry('release.json');

/** Files that are not in the feed: the scripts contain country.json, and the others are for editors and name people. */
const unpublished: string[] = [countryFile, releaseFile, inCountry('assurances.json')];

/** The fact files, with their names in the feed. */
const files = Object.entries(schemas)
  .filter(([file]) => !unpublished.includes(file))
  .map(([file, schema]) => ({ name: file.slice(folder.length + 1), file, schema }));

/**
 * The translations of the facts, one file for each language, published beside the feed.
 * @returns the file of each language
 */
export function translationsOfFacts(data: Facts): Record<string, string> {
  const ids = factTexts(data).map(({ id }) => id);
  return Object.fromEntries(
    targetLanguages().map(language => {
      const messages = messagesIn(language);
      return [
        language,
        `${JSON.stringify(Object.fromEntries(ids.map(id => [id, messages[id]])), null, 1)}\n`,
      ];
    }),
  );
}

interface Feed {
  /** dist/facts.json */
  document: string;
  /** dist/facts/<language>.json */
  translations: Record<string, string>;
  /** hashes of the translations */
  hashes: Record<string, string>;
  /** hash of the facts and their translations */
  hash: string;
}

export function feedOf(data: Facts): Feed {
  const { facts: _, ...release } = data[releaseFile];
  const shipped: Readonly<Record<string, unknown>> = shippedFacts(data);
  const facts = Object.fromEntries(files.map(({ name, file }) => [name, shipped[file]]));
  const translations = translationsOfFacts(data);
  const hashes = Object.fromEntries(
    Object.entries(translations).map(([language, text]) => [language, hashOf(text)]),
  );
  const languages = Object.fromEntries(
    Object.entries(hashes).map(([language, hash]) => [language, { hash }]),
  );
  return {
    document: `${JSON.stringify({ ...release, facts, languages }, null, 1)}\n`,
    translations,
    hashes,
    hash: hashOfFacts({ facts, languages }),
  };
}

/** The hash by which release.json identifies a release. */
export const hashOfFacts = ({ facts, languages }: { facts: unknown; languages: unknown }) =>
  hashOf(JSON.stringify({ facts, languages }));

/** @returns what is wrong with the release of the facts */
export function faultsOfRelease(data: Facts): string[] {
  const { sequence, issued, valid_until, facts } = data[releaseFile];
  return [
    ...(facts === feedOf(data).hash
      ? []
      : [
          `${releaseFile}: the facts or their translations have changed since release ${sequence}: npm run havn -- release`,
        ]),
    ...(valid_until > issued ? [] : [`${releaseFile}#/valid_until: is not after the day of the release`]),
  ];
}

/**
 * The validator of facts, as a module for `require`. It removes fields that this version does not know, so that pages
 * can still use facts to which newer versions have added fields.
 */
export function validatorCode(country: Country) {
  const ajv = new Ajv2020({
    strict: false,
    messages: false,
    inlineRefs: false,
    removeAdditional: true,
    // Host pages add properties to Object.prototype.
    ownProperties: true,
    code: { source: true },
  });
  formats.default(ajv);
  ajv.addSchema(commonSchema(country));
  for (const { schema } of files) ajv.addSchema(readJson<AnySchema>(`${schemaFolder}/${schema}`));
  const validate = ajv.compile({
    $id: 'https://havn.invalid/schema/facts.schema.json',
    type: 'object',
    required: files.map(({ name }) => name),
    properties: Object.fromEntries(files.map(({ name, schema }) => [name, { $ref: schema }])),
  });
  return withoutReasons(standaloneCode.default(ajv, validate));
}

/** Removes the reasons of errors, a third of the code that Ajv writes: here a yes or no is enough. */
function withoutReasons(code: string) {
  const source = new MagicString(code);
  walk(parseAst(code), node => {
    const isReason =
      node.type === 'ObjectExpression' &&
      node.properties.some(property => property.type === 'Property' && isNamed(property.key, 'schemaPath'));
    if (isReason) source.overwrite(node.start, node.end, '{}');
    return !isReason;
  });
  return source.toString();
}

/** The same as an ES module. */
export async function feedValidator() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: validatorCode(country()), resolveDir: '.' },
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  return {
    code: outputFiles[0]?.text ?? '',
    moduleSideEffects: false,
    meta: { inside: Object.keys(metafile.inputs) },
  };
}

/** The values of the bundled facts with which the feed chunk compares newer facts. */
export function bundledFeed() {
  const { data } = readFacts();
  const { country, sequence, issued } = data[releaseFile];
  const emergency = criticalService(data[inCountry('directory/services.json')], 'x_emergency').number;
  return { country, sequence, issued, emergency, keys: publicKeys(), languages: feedOf(data).hashes };
}
