/** Reads the facts of the country, and reports each fault with its file, JSON pointer and reason. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Source } from '../../src/directory/types.js';
import type { PermitsDocument } from '../../src/guidance/types.js';
import { type Country, countryFile, dialledNumber, inCountry, schemaFolder } from './country.js';
import type { Facts } from './fact-files.js';
import { assurableRecords, digestOf, isShipped, kinds, recordsOf } from './fact-records.js';
import { readJson } from './read-json.js';

/** The fact files, each with its schema. */
export const schemas: Record<string, string> = Object.fromEntries(
  [
    'country',
    'release',
    'sources',
    'directory/organizations',
    'directory/services',
    'directory/taxonomies',
    'guidance/entitlements',
    'guidance/permits',
    'guidance/referral',
    'guidance/return',
    'guidance/pathway',
    'locales/review',
    'assurances',
  ].map(name => [inCountry(`${name}.json`), `${basename(name)}.schema.json`]),
);

/** All files with facts, or with data about the facts. */
export const factFiles = Object.keys(schemas);

/** `record`: the id of the record with the fault */
interface Fault {
  file: string;
  pointer: string;
  message: string;
  record?: string;
}

export const faultInWords = ({ file, pointer, message, record }: Fault) =>
  `${file}${pointer && `#${pointer}`}${record ? ` (${record})` : ''}: ${message}`;

/** The definitions that the schemas share, with the numbers and the time zone of a country filled in. */
export function commonSchema(country?: Country) {
  const schema = JSON.parse(readFileSync(`${schemaFolder}/common.schema.json`, 'utf8'));
  if (country) {
    schema.$defs.number.pattern = dialledNumber(country.telephone);
    schema.$defs.zone.const = country.clock.zone;
  }
  return schema;
}

/** Validators by their shared definitions; kept, since compiling takes longer than all the checks. */
const knownShapes: Map<string, Ajv2020> = new Map();

function shapesOf(country?: Country) {
  const common = commonSchema(country);
  const key = JSON.stringify(common);
  const known = knownShapes.get(key);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  knownShapes.set(key, ajv.addSchema(common));
  return ajv;
}

function faultsOfShape(file: string, content: unknown, shapes: Ajv2020): Fault[] {
  const schema = readJson<AnySchemaObject>(`${schemaFolder}/${schemas[file]}`);
  const validate = shapes.getSchema(schema.$id ?? '') ?? shapes.compile(schema);
  if (validate(content)) return [];
  return (validate.errors ?? []).map(({ instancePath, schemaPath, message, params }) => {
    const detail =
      params.additionalProperty ??
      params.allowedValues?.join(', ') ??
      params.allowedValue ??
      params.pattern ??
      '';
    return {
      file,
      pointer: instancePath,
      message: schemaPath.endsWith('/number/pattern')
        ? `is no number that can be called: E.164, or a short code (telephone in ${countryFile})`
        : `${message} ${detail}`.trim(),
    };
  });
}

/** @returns the facts, which fit their type only if there are no faults */
export function readFacts(readText: (file: string) => string = file => readFileSync(file, 'utf8')): {
  data: Facts;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const contents: Record<string, unknown> = {};
  const data = contents as Facts;
  let shapes = shapesOf();
  for (const file of factFiles) {
    try {
      contents[file] = JSON.parse(readText(file));
    } catch (error) {
      faults.push({ file, pointer: '', message: `is not JSON: ${(error as Error).message}` });
      continue;
    }
    const wrong = faultsOfShape(file, contents[file], shapes);
    faults.push(...wrong);
    // country.json comes first: the other files are checked with its values.
    if (file === countryFile && !wrong.length) shapes = shapesOf(data[countryFile]);
  }
  if (!faults.length) faults.push(...brokenReferences(data));
  return { data, faults: faults.map(fault => ({ ...fault, ...ownerOf(contents, fault) })) };
}

/** The id of the record with a fault: editors know a record by its id, not by its index. */
function ownerOf(contents: Record<string, unknown>, { file, pointer }: Fault) {
  let place = contents[file];
  for (const key of pointer.split('/').slice(1)) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = (place as Record<string, unknown>)[key];
    const { id } = Object(place) as { id?: unknown };
    if (typeof id === 'string') return { record: id };
  }
}

function brokenReferences(data: Facts): Fault[] {
  const faults: Fault[] = [];
  const sources = data[inCountry('sources.json')];
  const organizations = data[inCountry('directory/organizations.json')];
  const services = data[inCountry('directory/services.json')];
  const taxonomies = data[inCountry('directory/taxonomies.json')];
  const fault = (file: string, pointer: string, message: string) => faults.push({ file, pointer, message });
  const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));

  function checkRecords(file: string, base: string, records: readonly { id: string; x_source?: Source }[]) {
    const seen = new Set();
    records.forEach(({ id, x_source }, index) => {
      const at = `${base}/${index}`;
      if (seen.has(id)) fault(file, `${at}/id`, `"${id}" is taken by an earlier record`);
      seen.add(id);
      if (!x_source) return;
      const source = sources.find(({ id }) => id === x_source.document);
      if (!source) fault(file, `${at}/x_source/document`, 'is not in sources.json');
      else
        for (const section of [x_source.section, ...(x_source.also ?? [])])
          if (!ids(source.sections).has(section))
            fault(
              file,
              `${at}/x_source/section`,
              `"${section}" is no section of ${source.id} in sources.json`,
            );
    });
  }
  const activeIds = ids(services.filter(isShipped));
  checkRecords(inCountry('sources.json'), '', sources);
  for (const [kind, { file, key }] of Object.entries(kinds)) {
    const base = key ? `/${key}` : '';
    checkRecords(file, base, recordsOf(data, kind));
    if (!file.startsWith(inCountry('guidance/'))) continue;
    recordsOf(data, kind).forEach(({ services = [] }, index) => {
      for (const [position, id] of services.entries())
        if (!activeIds.has(id))
          fault(file, `${base}/${index}/services/${position}`, 'is no service, or one that is inactive');
    });
  }
  const permits = data[inCountry('guidance/permits.json')];
  faults.push(...deadEnds(permits), ...strayNames(permits));
  const referral = inCountry('guidance/referral.json');
  const referralIds = ids(data[referral].referrals);
  data[referral].professions.forEach(({ takes }, index) => {
    for (const [position, id] of takes.entries())
      if (!referralIds.has(id))
        fault(referral, `/professions/${index}/takes/${position}`, 'is none of the referrals');
  });
  data[referral].statements.forEach(({ referral: id }, index) => {
    if (id !== undefined && !referralIds.has(id))
      fault(referral, `/statements/${index}/referral`, 'is none of the referrals');
  });

  const organizationIds = ids(organizations);
  organizations.forEach(({ parent_organization_id }, index) => {
    if (parent_organization_id && !organizationIds.has(parent_organization_id))
      fault(
        inCountry('directory/organizations.json'),
        `/${index}/parent_organization_id`,
        'is no organisation',
      );
  });
  const file = inCountry('directory/services.json');
  services.forEach((service, index) => {
    if (!organizationIds.has(service.organization_id))
      fault(file, `/${index}/organization_id`, 'is no organisation of organizations.json');
    for (const [field, kind] of [
      ['x_needs', 'needs'],
      ['x_groups', 'groups'],
      ['x_areas', 'areas'],
    ] as const)
      for (const [position, id] of (service[field] ?? []).entries())
        if (!ids(taxonomies[kind]).has(id))
          fault(file, `/${index}/${field}/${position}`, `is not among the ${kind} of taxonomies.json`);
    const through = service.x_contact_through;
    const ask = services.find(({ id }) => id === through);
    if (through && isShipped(service) && !(ask?.phones && isShipped(ask)))
      fault(file, `/${index}/x_contact_through`, 'is no service with a number, or one that is inactive');
  });
  const { whole_country, languages } = data[countryFile];
  if (!ids(taxonomies.areas).has(whole_country))
    fault(countryFile, '/whole_country', 'is not among the areas of taxonomies.json');
  for (const [position, language] of languages.further.entries())
    if (languages.bundled.includes(language))
      fault(countryFile, `/languages/further/${position}`, 'is among those that every script carries');
  for (const mark of ['x_helpline', 'x_emergency'] as const)
    if (services.filter(service => service[mark] && isShipped(service)).length !== 1)
      fault(file, '', `exactly one service has to be marked ${mark}, and be active`);
  return faults.length ? faults : brokenAssurances(data);
}

/**
 * Checks that the `assured_date` of each record has an entry in assurances.json that says who checked it, and as it
 * was.
 */
function brokenAssurances(data: Facts): Fault[] {
  const log = inCountry('assurances.json');
  const assurances = data[log];
  const records = assurableRecords(data);
  const faults: Fault[] = [];
  assurances.forEach(({ id, on }, index) => {
    const pointer = `/${index}`;
    const known = records.find(({ record }) => record.id === id);
    if (!known) faults.push({ file: log, pointer, message: `"${id}" is no service, organisation or source` });
    else if (on < known.captured)
      faults.push({ file: log, pointer, message: `is before ${known.captured}, when ${id} was captured` });
    if (assurances.findIndex(other => other.id === id && other.on === on) < index)
      faults.push({ file: log, pointer, message: `${id} is there already on ${on}` });
  });
  for (const { file, index, record } of records) {
    const taken = records.find(other => other.record.id === record.id);
    if (taken?.record !== record)
      faults.push({ file, pointer: `/${index}/id`, message: `"${record.id}" is taken in ${taken?.file}` });
    const last = assurances
      .filter(({ id }) => id === record.id)
      .sort((one, other) => (one.on < other.on ? -1 : 1))
      .at(-1);
    const pointer = `/${index}/assured_date`;
    if (record.assured_date !== last?.on)
      faults.push({
        file,
        pointer,
        message: `is not the last day in ${log}. Nobody writes it by hand: npm run havn -- facts assure ${record.id}`,
      });
    else if (last && last.of !== digestOf(record))
      faults.push({
        file,
        pointer,
        message: `${record.id} has changed since ${last.by} checked it on ${last.on}. Ask again (npm run havn -- facts assure ${record.id}), or take out this day and its entries in ${log}`,
      });
  }
  return faults;
}

/** Checks that all questions are reached, that all answers lead to an outcome, and that none lead in a circle. */
function deadEnds({ first, questions, outcomes }: PermitsDocument): Fault[] {
  const file = inCountry('guidance/permits.json');
  const faults: Fault[] = [];
  const reached = new Set();
  function follow(id: string, path: string[], pointer: string) {
    const index = questions.findIndex(question => question.id === id);
    const asked = questions[index];
    if (!asked) return void faults.push({ file, pointer, message: `"${id}" is no question` });
    if (path.includes(id))
      return void faults.push({ file, pointer, message: 'leads back to a question before' });
    reached.add(`question ${id}`);
    asked.answers.forEach(({ question, outcome }, position) => {
      const at = `/questions/${index}/answers/${position}`;
      if (question) follow(question, [...path, id], `${at}/question`);
      else if (outcomes.some(({ id }) => id === outcome)) reached.add(`outcome ${outcome}`);
      else faults.push({ file, pointer: `${at}/outcome`, message: `"${outcome}" is no outcome` });
    });
  }
  follow(first, [], '/first');
  for (const [key, records] of Object.entries({ question: questions, outcome: outcomes }))
    records.forEach(({ id }, index) => {
      if (!reached.has(`${key} ${id}`))
        faults.push({ file, pointer: `/${key}s/${index}`, message: 'is never reached' });
    });
  return faults;
}

/** Checks that the permits and sentences which are named exist, and that no sentence is left over. */
function strayNames({ sentences, permits, outcomes }: PermitsDocument): Fault[] {
  const file = inCountry('guidance/permits.json');
  const faults: Fault[] = [];
  const named = new Set();
  function check(
    ids: readonly string[] = [],
    among: readonly { id: string }[],
    pointer: string,
    what: string,
  ) {
    for (const [position, id] of ids.entries()) {
      named.add(id);
      if (!among.some(record => record.id === id))
        faults.push({ file, pointer: `${pointer}/${position}`, message: `is no ${what}` });
    }
  }
  permits.forEach(({ conditions_more }, index) => {
    check(conditions_more, sentences, `/permits/${index}/conditions_more`, 'sentence');
  });
  outcomes.forEach(({ description_more, conditions_more, permits: ids }, index) => {
    check(description_more, sentences, `/outcomes/${index}/description_more`, 'sentence');
    check(conditions_more, sentences, `/outcomes/${index}/conditions_more`, 'sentence');
    check(ids, permits, `/outcomes/${index}/permits`, 'permit');
  });
  sentences.forEach(({ id }, index) => {
    if (!named.has(id)) faults.push({ file, pointer: `/sentences/${index}`, message: 'is never named' });
  });
  return faults;
}
