/**
 * Reads the facts of the country, reports each fault with its file, JSON pointer and reason, and writes the modules
 * that the sources import: src/{directory,guidance}/generated and, for extracting messages,
 * src/locale/generated/facts.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isContactField } from '../../src/directory/contact-fields.js';
import { audiences, type Source, type SourceDocument } from '../../src/directory/types.js';
import type { Answer, PermitsDocument } from '../../src/guidance/types.js';
import { asRead, type Country, countryFile, dialledNumber, inCountry, schemaFolder } from './country.js';
import { countryModules } from './country-modules.js';
import { criticalService, type Facts } from './fact-files.js';
import { overlayValidator } from './overlay-validator.js';
import { readJson } from './read-json.js';
import { lexiconText, shippedConcepts } from './read-lexicon.js';

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

/** The fields that a record of any kind may have. */
export interface FactRecord {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly text?: string;
  readonly status?: string;
  readonly services?: readonly string[];
  readonly x_source?: Source;
  readonly assured_date?: string;
}

/**
 * For each kind of record: its file, its key in the file, and its text fields. The place of a text,
 * `<kind>.<id>.<field>`, is the id of its message.
 */
interface Place {
  file: keyof Facts;
  key?: string;
  fields: string[];
}
export const kinds: Record<string, Place> = {
  service: {
    file: inCountry('directory/services.json'),
    fields: ['name', 'description', 'eligibility_description', 'application_process', 'alert', 'x_summary'],
  },
  organization: { file: inCountry('directory/organizations.json'), fields: ['description'] },
  need: { file: inCountry('directory/taxonomies.json'), key: 'needs', fields: ['name', 'x_keywords'] },
  group: { file: inCountry('directory/taxonomies.json'), key: 'groups', fields: ['name'] },
  area: { file: inCountry('directory/taxonomies.json'), key: 'areas', fields: ['name'] },
  statement: { file: inCountry('guidance/entitlements.json'), key: 'statements', fields: ['text'] },
  entitlement: {
    file: inCountry('guidance/entitlements.json'),
    key: 'entitlements',
    fields: ['name', 'description', 'conditions', 'provider'],
  },
  'permit-statement': { file: inCountry('guidance/permits.json'), key: 'statements', fields: ['text'] },
  'permit-sentence': { file: inCountry('guidance/permits.json'), key: 'sentences', fields: ['text'] },
  permit: {
    file: inCountry('guidance/permits.json'),
    key: 'permits',
    fields: [
      'name',
      'gist',
      'description',
      'purpose',
      'length',
      'renewal',
      'conditions',
      'application',
      'decision',
      'outcome',
    ],
  },
  question: { file: inCountry('guidance/permits.json'), key: 'questions', fields: ['text', 'answers'] },
  outcome: {
    file: inCountry('guidance/permits.json'),
    key: 'outcomes',
    fields: ['name', 'description', 'conditions'],
  },
  'referral-statement': { file: inCountry('guidance/referral.json'), key: 'statements', fields: ['text'] },
  profession: {
    file: inCountry('guidance/referral.json'),
    key: 'professions',
    fields: ['name', 'description'],
  },
  'referral-step': {
    file: inCountry('guidance/referral.json'),
    key: 'steps',
    fields: ['name', 'description'],
  },
  referral: { file: inCountry('guidance/referral.json'), key: 'referrals', fields: ['name'] },
  'return-statement': { file: inCountry('guidance/return.json'), key: 'statements', fields: ['text'] },
  'return-step': { file: inCountry('guidance/return.json'), key: 'steps', fields: ['name', 'description'] },
  'pathway-statement': { file: inCountry('guidance/pathway.json'), key: 'statements', fields: ['text'] },
  'pathway-step': { file: inCountry('guidance/pathway.json'), key: 'steps', fields: ['name', 'description'] },
  source: { file: inCountry('sources.json'), fields: ['title', 'sections'] },
};

/** @param data may be of an older version without some files: then there are no records of their kinds */
export function recordsOf(data: Partial<Facts>, kind: string): readonly FactRecord[] {
  const { file, key = 'all' }: Partial<Place> = kinds[kind] ?? {};
  const content = file && data[file];
  const lists: object = Array.isArray(content) ? { all: content } : (content ?? {});
  return (lists as Record<string, FactRecord[]>)[key] ?? [];
}

/**
 * Whether a record is shipped. A service that is no longer offered stays in the data, so that its id is never used
 * again, but is not shipped.
 */
export const isShipped = ({ status }: { id: string; status?: string }) => status !== 'inactive';

/**
 * The records that a human checks, each with the day on which it was taken from its source. Ids are unique across their
 * kinds.
 */
export function assurableRecords(data: Facts) {
  const [services, organizations, sources] = [
    inCountry('directory/services.json'),
    inCountry('directory/organizations.json'),
    inCountry('sources.json'),
  ] as const;
  const fromSource = ({ x_source }: { x_source: Source }) =>
    data[sources].find(({ id }) => id === x_source.document)?.captured ?? '';
  const recordsIn = <Kind extends string, One>(
    kind: Kind,
    file: string,
    records: readonly One[],
    capturedOf: (record: One) => string,
  ) => records.map((record, index) => ({ kind, file, index, record, captured: capturedOf(record) }));
  return [
    ...recordsIn('service', services, data[services], fromSource),
    ...recordsIn('organization', organizations, data[organizations], fromSource),
    ...recordsIn('source', sources, data[sources], ({ captured }) => captured),
  ];
}

export type Assurable = ReturnType<typeof assurableRecords>[number];

/**
 * A digest of the parts of a record that readers see: it changes if a number or a word changes.
 */
export function digestOf(record: { id: string; assured_date?: string; x_source?: Source }) {
  const { assured_date, x_source, ...shown } = record;
  const { document, section, also } = x_source ?? {};
  const text = JSON.stringify({ ...shown, x_source: { document, section, also } });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Advice for translators, by field. */
const advice = {
  name: 'A heading or label: few words. Names of organisations stay as they are.',
  description: 'Short sentences, everyday words, to the reader as "you". "May" has to stay "may".',
  eligibility_description: 'Whom it is for.',
  application_process: 'How to get it.',
  alert: 'A warning beside the service.',
  x_summary: 'One line in the banner, beside the number. At most 150 characters.',
  x_keywords: 'Not shown: words by which a reader may search, in any number, separated by spaces.',
  text: 'A sentence, or a question to the reader. "May" has to stay "may".',
  answers: 'An answer, on a button: few words.',
  conditions: 'A condition, in one sentence.',
  provider: 'Who provides it.',
  gist: 'Under its name, on one line of a phone: for whom or for what it is, in at most 32 characters.',
  purpose: 'What the permit is for.',
  length: 'How long the permit lasts.',
  renewal: 'Whether the permit can be renewed.',
  application: 'How and where to apply.',
  decision: 'Who decides.',
  outcome: 'What the permit can lead to.',
  title: 'The title of a document. The original stands beside it.',
  sections: 'The title of a section of that document.',
};

/** `record`: the id of the record with the fault */
interface Fault {
  file: string;
  pointer: string;
  message: string;
  record?: string;
}

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

/** All texts of the facts, each with its place, which is the id of its message. */
export function factTexts(data: Partial<Facts>): { id: string; text: string; advice: string }[] {
  return Object.entries(kinds).flatMap(([kind, { fields }]) =>
    recordsOf(data, kind)
      .filter(isShipped)
      .flatMap(record =>
        fields.flatMap(field => {
          const id = `${kind}.${record.id}.${field}`;
          const desc = advice[field as keyof typeof advice];
          const value = record[field] as
            | string
            | readonly (string | Pick<Answer, 'id' | 'text'> | SourceDocument['sections'][number])[]
            | undefined;
          if (typeof value === 'string') return value ? [{ id, text: value, advice: desc }] : [];
          return (value ?? []).map((item, index) =>
            typeof item === 'string'
              ? { id: `${id}.${index}`, text: item, advice: desc }
              : { id: `${id}.${item.id}`, text: 'text' in item ? item.text : item.title, advice: desc },
          );
        }),
      ),
  );
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `// Generated from data/ by tools/build/facts.ts.\n${text}`);
}

const pick = (record: object, wanted: (field: string, value: unknown) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([field, value]) => wanted(field, value)));

/** Replaces each source of a record by a call of a function for its document, which makes a script 1 % smaller. */
function withSources(code: string) {
  const documents: Set<string> = new Set();
  const nameOf = (document: string) => `from_${document.replace(/-/g, '_')}`;
  const called = code.replace(
    /\{\s*"document": "([\w-]+)",\s*"section": ("[\w-]+")\s*\}/g,
    (_, document, section) => {
      documents.add(document);
      return `${nameOf(document)}(${section})`;
    },
  );
  const functions = [...documents].map(
    document => `const ${nameOf(document)} = (section: string) => ({ document: '${document}', section });\n`,
  );
  return called.replace(/\n\n/, `\n\n${functions.join('')}\n`);
}

/**
 * The facts as they are shipped: without inactive services, and without data for editors, which no widget shows (notes,
 * and the dates on which organisations were checked).
 */
export function shippedFacts(data: Facts): Facts {
  const services = inCountry('directory/services.json');
  const organizations = inCountry('directory/organizations.json');
  const shipped: Facts = {
    ...data,
    [services]: data[services].filter(isShipped),
    [organizations]: data[organizations].map(({ assured_date, ...organization }) => organization),
  };
  return JSON.parse(JSON.stringify(shipped, (key, value) => (key === 'note' ? undefined : value)));
}

/** Values that most services have: a script contains them once. */
const usual: Readonly<Record<string, unknown>> = {
  status: 'active',
  x_audience: audiences,
};
const isUsual = (field: string, value: unknown) =>
  field in usual && JSON.stringify(value) === JSON.stringify(usual[field]);

function conceptsWithPlaces(services: readonly { id: string }[]) {
  const places = (ids: string[]) =>
    ids.map(id => services.findIndex(service => service.id === id)).filter(place => place >= 0);
  const concepts = shippedConcepts().map(({ services: ids, ...concept }) => ({
    ...concept,
    ...(ids && { services: places([...ids]).join(', ') }),
  }));
  return JSON.stringify(concepts, null, 2).replace(/"services": "([\d, ]*)"/g, '"services": at($1)');
}

export function generateModules(data: Facts) {
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  const shipped = shippedFacts(data);
  const services = shipped[inCountry('directory/services.json')];
  const taxonomies = data[inCountry('directory/taxonomies.json')];
  const critical = (mark: 'x_helpline' | 'x_emergency') => {
    const { id, name, x_summary, number } = criticalService(services, mark);
    // As formatPhone() formats it: the banner has only two numbers, and does not include that function. A test compares
    // both.
    return json({ id, name, summary: x_summary ?? '', number, shown: asRead(number, '\u00a0') });
  };

  // Two modules, so that a script that needs only the contacts does not contain the rest.
  write(
    'src/directory/generated/contacts.ts',
    `import type { Directory, ServiceContact } from '../types.js';

export const groups: Directory['groups'] = ${json(taxonomies.groups)};
export const contacts: readonly ServiceContact[] = ${json(services.map(service => pick(service, isContactField)))};
`,
  );
  write(
    'src/directory/generated/directory.ts',
    withSources(`import type { Directory, Service, ServiceContact } from '../types.js';

/** The services without the fields of their contacts, and without what is usual, in the same order. */
export const details: readonly (Omit<Service, keyof ServiceContact | keyof typeof usual> & Partial<typeof usual>)[] = ${json(services.map(service => pick(service, (field, value) => !isContactField(field) && !isUsual(field, value))))};
export const usual: Pick<Service, 'status' | 'x_audience'> = ${json(usual)};
export const organizations: Directory['organizations'] = ${json(shipped[inCountry('directory/organizations.json')])};
${(['needs', 'areas'] as const)
  .map(kind => `export const ${kind}: Directory['${kind}'] = ${json(taxonomies[kind])};`)
  .join('\n')}
`),
  );
  write(
    'src/directory/generated/critical.ts',
    `export interface CriticalContact {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly number: string;
  /** The number as it is read. */
  readonly shown: string;
}
export const helpline: CriticalContact = ${critical('x_helpline')};
export const emergency: CriticalContact = ${critical('x_emergency')};
`,
  );
  write(
    'src/directory/generated/lexicon.ts',
    `import type { Concept } from '../search/understand.js';
import { contacts } from './contacts.js';

/** By their places: their names are long, and a script has them. */
const ids: readonly string[] = contacts.map(({ id }) => id);
export const at = (...places: readonly number[]): readonly string[] => places.flatMap(place => ids[place] ?? []);

export const concepts: readonly Concept[] = ${conceptsWithPlaces(services)};
/** What people type in English, in the order of the concepts. */
export const english = ${json(lexiconText('en'))};
`,
  );
  write('src/directory/generated/overlay-validator.ts', overlayValidator(data[countryFile].clock.zone));
  for (const [file, text] of Object.entries(countryModules(data[countryFile]))) write(file, text);
  write(
    'src/directory/generated/sources.ts',
    `import type { SourceDocument } from '../types.js';

export const sources: readonly SourceDocument[] = ${json(data[inCountry('sources.json')])};
`,
  );
  write(
    'src/directory/generated/text-fields.ts',
    `export const textFields: Readonly<Record<string, readonly string[]>> = ${json(
      Object.fromEntries(Object.entries(kinds).map(([kind, { fields }]) => [kind, fields])),
    )};
`,
  );
  for (const name of ['entitlements', 'permits', 'referral', 'return', 'pathway'] as const) {
    const document = shipped[inCountry(`guidance/${name}.json`)];
    const shape = `${name.charAt(0).toUpperCase()}${name.slice(1)}Document`;
    write(
      `src/guidance/generated/${name}.ts`,
      withSources(`import type { ${shape} } from '../types.js';

export const document: ${shape} = ${json(document)};
`),
    );
  }
  write(
    'src/locale/generated/facts.ts',
    `// Never shipped: here @lit/localize-tools finds the texts of the facts.
import type { MsgFn } from '@lit/localize/internal/types.js';

export const facts = (msg: MsgFn) => [
${factTexts(data)
  .map(
    ({ id, text, advice }) =>
      `  msg(${JSON.stringify(text)}, { id: '${id}', desc: ${JSON.stringify(advice)} }),`,
  )
  .join('\n')}
];
`,
  );
  // The hyphen in its name distinguishes it from the modules of the languages.
  write(
    'src/locale/generated/not-reviewed.ts',
    `/** Languages whose translation no human has reviewed. Newer facts add to them. */
export const notReviewed: string[] = ${json(
      Object.entries(data[inCountry('locales/review.json')])
        .filter(([, { reviewed_on }]) => !reviewed_on)
        .map(([language]) => language),
    )};
`,
  );
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  write('src/base/generated/version.ts', `export const version = '${version}';\n`);
}

export const faultInWords = ({ file, pointer, message, record }: Fault) =>
  `${file}${pointer && `#${pointer}`}${record ? ` (${record})` : ''}: ${message}`;

/** Checks the facts and writes their modules; throws with all faults if there are any. */
export function generateFacts(): Facts {
  const { data, faults } = readFacts();
  if (faults.length) throw new Error(faults.map(faultInWords).join('\n'));
  generateModules(data);
  return data;
}

if (process.argv[1] === import.meta.filename) generateFacts();
