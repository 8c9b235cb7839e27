/**
 * Reads the facts of data/, refuses what is wrong with file, JSON pointer and reason, and writes the modules that the
 * sources import: src/{directory,guidance}/generated and, for the extraction of messages, src/locale/generated/facts.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const schemas = {
  'data/sources.json': 'sources.schema.json',
  'data/directory/organizations.json': 'organizations.schema.json',
  'data/directory/services.json': 'services.schema.json',
  'data/directory/taxonomies.json': 'taxonomies.schema.json',
  'data/guidance/entitlements.json': 'entitlements.schema.json',
  'data/guidance/permits.json': 'permits.schema.json',
  'data/guidance/referral.json': 'referral.schema.json',
  'data/guidance/return.json': 'return.schema.json',
  'data/guidance/pathway.json': 'pathway.schema.json',
  'data/locales/review.json': 'review.schema.json',
};

/**
 * Every kind of record: where it stands (file, key in it), and which of its fields are texts. A text's place,
 * `<kind>.<id>.<field>`, is the id of its message.
 * @type {Record<string, {file: string, key?: string, fields: string[]}>}
 */
const kinds = {
  service: {
    file: 'data/directory/services.json',
    fields: ['name', 'description', 'eligibility_description', 'application_process', 'alert', 'x_summary'],
  },
  organization: { file: 'data/directory/organizations.json', fields: ['description'] },
  need: { file: 'data/directory/taxonomies.json', key: 'needs', fields: ['name', 'x_keywords'] },
  group: { file: 'data/directory/taxonomies.json', key: 'groups', fields: ['name'] },
  area: { file: 'data/directory/taxonomies.json', key: 'areas', fields: ['name'] },
  statement: { file: 'data/guidance/entitlements.json', key: 'statements', fields: ['text'] },
  entitlement: {
    file: 'data/guidance/entitlements.json',
    key: 'entitlements',
    fields: ['name', 'description', 'conditions', 'provider'],
  },
  'permit-statement': { file: 'data/guidance/permits.json', key: 'statements', fields: ['text'] },
  permit: {
    file: 'data/guidance/permits.json',
    key: 'permits',
    fields: [
      'name',
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
  question: { file: 'data/guidance/permits.json', key: 'questions', fields: ['text', 'answers'] },
  outcome: {
    file: 'data/guidance/permits.json',
    key: 'outcomes',
    fields: ['name', 'description', 'conditions'],
  },
  'referral-statement': { file: 'data/guidance/referral.json', key: 'statements', fields: ['text'] },
  profession: { file: 'data/guidance/referral.json', key: 'professions', fields: ['name', 'description'] },
  'referral-step': { file: 'data/guidance/referral.json', key: 'steps', fields: ['name', 'description'] },
  referral: { file: 'data/guidance/referral.json', key: 'referrals', fields: ['name'] },
  'return-statement': { file: 'data/guidance/return.json', key: 'statements', fields: ['text'] },
  'return-step': { file: 'data/guidance/return.json', key: 'steps', fields: ['name', 'description'] },
  'pathway-statement': { file: 'data/guidance/pathway.json', key: 'statements', fields: ['text'] },
  'pathway-step': { file: 'data/guidance/pathway.json', key: 'steps', fields: ['name', 'description'] },
};

/** @param {Record<string, any>} data @param {string} kind @returns {any[]} */
const recordsOf = (data, kind) => {
  const { file, key } = kinds[kind];
  return key ? data[file][key] : data[file];
};

/** What a translator has to know of a field. */
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
  purpose: 'What the permit is for.',
  length: 'How long the permit lasts.',
  renewal: 'Whether the permit can be renewed.',
  application: 'How and where to apply.',
  decision: 'Who decides.',
  outcome: 'What the permit can lead to.',
};

/** @typedef {{file: string, pointer: string, message: string}} Fault */

/**
 * @param {(file: string) => string} readText
 * @returns {{data: Record<string, any>, faults: Fault[]}}
 */
export function readFacts(readText = file => readFileSync(file, 'utf8')) {
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Record<string, any>} */
  const data = {};
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync('data/schema/common.schema.json', 'utf8')));
  for (const [file, schema] of Object.entries(schemas)) {
    try {
      data[file] = JSON.parse(readText(file));
    } catch (error) {
      faults.push({ file, pointer: '', message: `is not JSON: ${/** @type {Error} */ (error).message}` });
      continue;
    }
    const validate = ajv.compile(JSON.parse(readFileSync(`data/schema/${schema}`, 'utf8')));
    if (validate(data[file])) continue;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      const detail = params.additionalProperty ?? params.allowedValues?.join(', ') ?? params.pattern ?? '';
      faults.push({ file, pointer: instancePath, message: `${message} ${detail}`.trim() });
    }
  }
  if (!faults.length) faults.push(...brokenReferences(data));
  return { data, faults };
}

/**
 * @param {Record<string, any>} data
 * @returns {Fault[]}
 */
function brokenReferences(data) {
  /** @type {Fault[]} */
  const faults = [];
  const sources = data['data/sources.json'];
  const organizations = data['data/directory/organizations.json'];
  const services = data['data/directory/services.json'];
  const taxonomies = data['data/directory/taxonomies.json'];
  /** @param {string} file @param {string} pointer @param {string} message */
  const fault = (file, pointer, message) => faults.push({ file, pointer, message });
  const ids = (/** @type {{id: string}[]} */ records) => new Set(records.map(({ id }) => id));

  /** @param {string} file @param {string} base @param {any[]} records */
  function checkRecords(file, base, records) {
    const seen = new Set();
    records.forEach((record, index) => {
      const at = `${base}/${index}`;
      if (seen.has(record.id)) fault(file, `${at}/id`, `"${record.id}" is taken by an earlier record`);
      seen.add(record.id);
      if (!record.x_source) return;
      const source = sources.find((/** @type {any} */ { id }) => id === record.x_source.document);
      if (!source) fault(file, `${at}/x_source/document`, 'is not in data/sources.json');
      else if (!ids(source.sections).has(record.x_source.section))
        fault(file, `${at}/x_source/section`, `is no section of ${source.id} in data/sources.json`);
    });
  }
  checkRecords('data/sources.json', '', sources);
  for (const [kind, { file, key }] of Object.entries(kinds)) {
    const base = key ? `/${key}` : '';
    checkRecords(file, base, recordsOf(data, kind));
    if (!file.startsWith('data/guidance/')) continue;
    recordsOf(data, kind).forEach((record, index) => {
      for (const [position, id] of (record.services ?? []).entries())
        if (!ids(services).has(id)) fault(file, `${base}/${index}/services/${position}`, 'is no service');
    });
  }
  faults.push(...deadEnds(data['data/guidance/permits.json']));

  const organizationIds = ids(organizations);
  organizations.forEach((/** @type {any} */ { parent_organization_id }, /** @type {number} */ index) => {
    if (parent_organization_id && !organizationIds.has(parent_organization_id))
      fault('data/directory/organizations.json', `/${index}/parent_organization_id`, 'is no organisation');
  });
  const file = 'data/directory/services.json';
  services.forEach((/** @type {any} */ service, /** @type {number} */ index) => {
    if (!organizationIds.has(service.organization_id))
      fault(file, `/${index}/organization_id`, 'is no organisation of organizations.json');
    for (const [field, kind] of [
      ['x_needs', 'needs'],
      ['x_groups', 'groups'],
      ['x_areas', 'areas'],
    ])
      for (const [position, id] of (service[field] ?? []).entries())
        if (!ids(taxonomies[kind]).has(id))
          fault(file, `/${index}/${field}/${position}`, `is not among the ${kind} of taxonomies.json`);
    const through = service.x_contact_through;
    if (through && !services.find((/** @type {any} */ { id }) => id === through)?.phones)
      fault(file, `/${index}/x_contact_through`, 'is no service with a number');
  });
  for (const mark of ['x_helpline', 'x_emergency'])
    if (services.filter((/** @type {any} */ service) => service[mark]).length !== 1)
      fault(file, '', `exactly one service has to be marked ${mark}`);
  return faults;
}

/**
 * The questions have to lead somewhere, all of them, and never in a circle.
 * @param {any} permits
 * @returns {Fault[]}
 */
function deadEnds({ first, questions, outcomes, permits }) {
  const file = 'data/guidance/permits.json';
  /** @type {Fault[]} */
  const faults = [];
  const reached = new Set();
  /** @param {string} id @param {string[]} path @param {string} pointer */
  function follow(id, path, pointer) {
    const index = questions.findIndex((/** @type {any} */ question) => question.id === id);
    if (index < 0) return void faults.push({ file, pointer, message: `"${id}" is no question` });
    if (path.includes(id))
      return void faults.push({ file, pointer, message: 'leads back to a question before' });
    reached.add(`question ${id}`);
    questions[index].answers.forEach(
      (/** @type {any} */ { question, outcome }, /** @type {number} */ position) => {
        const at = `/questions/${index}/answers/${position}`;
        if (question) follow(question, [...path, id], `${at}/question`);
        else if (outcomes.some((/** @type {any} */ { id }) => id === outcome))
          reached.add(`outcome ${outcome}`);
        else faults.push({ file, pointer: `${at}/outcome`, message: `"${outcome}" is no outcome` });
      },
    );
  }
  follow(first, [], '/first');
  for (const [key, records] of Object.entries({ question: questions, outcome: outcomes }))
    records.forEach((/** @type {any} */ { id }, /** @type {number} */ index) => {
      if (!reached.has(`${key} ${id}`))
        faults.push({ file, pointer: `/${key}s/${index}`, message: 'is never reached' });
    });
  outcomes.forEach((/** @type {any} */ outcome, /** @type {number} */ index) => {
    for (const [position, id] of outcome.permits.entries())
      if (!permits.some((/** @type {any} */ permit) => permit.id === id))
        faults.push({ file, pointer: `/outcomes/${index}/permits/${position}`, message: 'is no permit' });
  });
  return faults;
}

/**
 * Every text among the facts with its place, which is its message id.
 * @param {Record<string, any>} data
 * @returns {{id: string, text: string, advice: string}[]}
 */
export function factTexts(data) {
  return Object.entries(kinds).flatMap(([kind, { fields }]) =>
    recordsOf(data, kind).flatMap(record =>
      fields.flatMap(field => {
        const place = `${kind}.${record.id}.${field}`;
        const desc = advice[/** @type {keyof typeof advice} */ (field)];
        const value = record[field];
        if (!Array.isArray(value)) return value ? [{ id: place, text: value, advice: desc }] : [];
        return value.map((item, index) => ({
          id: `${place}.${item.id ?? index}`,
          text: item.text ?? item,
          advice: desc,
        }));
      }),
    ),
  );
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `// Generated from data/ by tools/facts.js.\n${text}`);
}

const contactFields = ['id', 'name', 'url', 'email', 'phones', 'x_contact_through'];
const isContact = (/** @type {string} */ field) => contactFields.includes(field);

/** @param {object} record @param {(field: string) => boolean} wanted */
const pick = (record, wanted) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => wanted(field)));

/** @param {Record<string, any>} data */
export function generateModules(data) {
  const json = (/** @type {unknown} */ value) => JSON.stringify(value, null, 2);
  const services = data['data/directory/services.json'];
  // Notes are for the editors of the facts.
  const shown = (/** @type {any[]} */ records) =>
    records.map(({ x_source, ...record }) => ({
      ...record,
      ...(x_source && { x_source: { document: x_source.document, section: x_source.section } }),
    }));
  const critical = (/** @type {string} */ mark) => {
    const { id, name, x_summary, phones } = services.find((/** @type {any} */ service) => service[mark]);
    return json({ id, name, summary: x_summary ?? '', number: phones[0].number });
  };

  // Two halves, since a script that only needs the contacts should not carry the rest.
  write(
    'src/directory/generated/contacts.ts',
    `import type { ServiceContact } from '../types.js';

export const contacts: readonly ServiceContact[] = ${json(services.map((/** @type {any} */ service) => pick(service, isContact)))};
`,
  );
  write(
    'src/directory/generated/directory.ts',
    `import type { Directory, Service, ServiceContact } from '../types.js';

/** The services without the fields of their contacts, in the same order. */
export const details: readonly Omit<Service, keyof ServiceContact>[] = ${json(shown(services).map(service => pick(service, field => !isContact(field))))};
export const organizations: Directory['organizations'] = ${json(shown(data['data/directory/organizations.json']))};
${['needs', 'groups', 'areas']
  .map(
    kind =>
      `export const ${kind}: Directory['${/** @type {any} */ (kind)}'] = ${json(data['data/directory/taxonomies.json'][kind])};`,
  )
  .join('\n')}
`,
  );
  write(
    'src/directory/generated/critical.ts',
    `export interface CriticalContact {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly number: string;
}
export const helpline: CriticalContact = ${critical('x_helpline')};
export const emergency: CriticalContact = ${critical('x_emergency')};
`,
  );
  write(
    'src/directory/generated/sources.ts',
    `import type { SourceDocument } from '../types.js';

export const sources: readonly SourceDocument[] = ${json(data['data/sources.json'])};
`,
  );
  write(
    'src/directory/generated/text-fields.ts',
    `export const textFields: Readonly<Record<string, readonly string[]>> = ${json(
      Object.fromEntries(Object.entries(kinds).map(([kind, { fields }]) => [kind, fields])),
    )};
`,
  );
  for (const name of ['entitlements', 'permits', 'referral', 'return', 'pathway']) {
    const document = data[`data/guidance/${name}.json`];
    const shape = `${name[0].toUpperCase()}${name.slice(1)}Document`;
    write(
      `src/guidance/generated/${name}.ts`,
      `import type { ${shape} } from '../types.js';

export const document: ${shape} = ${json(
        Object.fromEntries(
          Object.entries(document).map(([key, value]) => [key, Array.isArray(value) ? shown(value) : value]),
        ),
      )};
`,
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
  // A hyphen in its name tells it from the modules of the languages.
  write(
    'src/locale/generated/not-reviewed.ts',
    `/** Languages whose translation no human has reviewed. */
export const notReviewed: readonly string[] = ${json(
      Object.entries(data['data/locales/review.json'])
        .filter(([, { reviewed_on }]) => !reviewed_on)
        .map(([language]) => language),
    )};
`,
  );
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  write('src/element/generated/version.ts', `export const version = '${version}';\n`);
}

/** @param {Fault} fault */
export const faultInWords = ({ file, pointer, message }) => `${file}${pointer && `#${pointer}`}: ${message}`;

/** @returns {Record<string, any>} the facts, once their modules are written; throws with all that is wrong */
export function generateFacts() {
  const { data, faults } = readFacts();
  if (faults.length) throw new Error(faults.map(faultInWords).join('\n'));
  generateModules(data);
  return data;
}

if (process.argv[1] === import.meta.filename) generateFacts();
