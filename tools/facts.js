/**
 * Reads the facts of data/, refuses what is wrong with file, JSON pointer and reason, and writes the modules that the
 * sources import: src/{directory,guidance}/generated and, for the extraction of messages, src/locale/generated/facts.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const documents = {
  'data/sources.json': 'sources.schema.json',
  'data/directory/organizations.json': 'organizations.schema.json',
  'data/directory/services.json': 'services.schema.json',
  'data/directory/taxonomies.json': 'taxonomies.schema.json',
  'data/guidance/entitlements.json': 'entitlements.schema.json',
  'data/locales/review.json': 'review.schema.json',
};

/** The text fields of each kind of record; the same places as in src/directory/localized.ts and src/guidance. */
const textFields = {
  service: ['name', 'description', 'eligibility_description', 'application_process', 'alert', 'x_summary'],
  organization: ['description'],
  need: ['name', 'x_keywords'],
  group: ['name'],
  area: ['name'],
  statement: ['text'],
  entitlement: ['name', 'description', 'conditions', 'provider'],
};

/** What a translator has to know of a field. */
const advice = {
  name: 'A heading or label: few words. Names of organisations stay as they are.',
  description: 'What it offers. Short sentences, everyday words, to the reader as "you".',
  eligibility_description: 'Whom it is for.',
  application_process: 'How to get it.',
  alert: 'A warning beside the service.',
  x_summary: 'One line in the banner, beside the number. At most 90 characters.',
  x_keywords: 'Not shown: words by which a reader may search, in any number, separated by spaces.',
  text: 'A sentence of the introduction. "May" has to stay "may".',
  conditions: 'A condition, in one sentence.',
  provider: 'Who provides it.',
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
  for (const [file, schema] of Object.entries(documents)) {
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
  const guidance = data['data/guidance/entitlements.json'];
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
  checkRecords('data/directory/organizations.json', '', organizations);
  checkRecords('data/directory/services.json', '', services);
  for (const kind of ['needs', 'groups', 'areas'])
    checkRecords('data/directory/taxonomies.json', `/${kind}`, taxonomies[kind]);
  for (const kind of ['statements', 'entitlements'])
    checkRecords('data/guidance/entitlements.json', `/${kind}`, guidance[kind]);

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
  guidance.entitlements.forEach((/** @type {any} */ entitlement, /** @type {number} */ index) => {
    for (const [position, id] of entitlement.services.entries())
      if (!ids(services).has(id))
        fault(
          'data/guidance/entitlements.json',
          `/entitlements/${index}/services/${position}`,
          'is no service',
        );
  });
  return faults;
}

/**
 * Every text among the facts with its place, which is its message id.
 * @param {Record<string, any>} data
 * @returns {{id: string, text: string, advice: string}[]}
 */
export function factTexts(data) {
  const { needs, groups, areas } = data['data/directory/taxonomies.json'];
  const { statements, entitlements } = data['data/guidance/entitlements.json'];
  const kinds = {
    service: data['data/directory/services.json'],
    organization: data['data/directory/organizations.json'],
    need: needs,
    group: groups,
    area: areas,
    statement: statements,
    entitlement: entitlements,
  };
  return Object.entries(textFields).flatMap(([kind, fields]) =>
    kinds[/** @type {keyof typeof kinds} */ (kind)].flatMap((/** @type {any} */ record) =>
      fields.flatMap(field => {
        const value = record[field];
        const place = `${kind}.${record.id}.${field}`;
        const texts = Array.isArray(value)
          ? value.map((text, index) => [`${place}.${index}`, text])
          : [[place, value]];
        return texts
          .filter(([, text]) => text)
          .map(([id, text]) => ({ id, text, advice: advice[/** @type {keyof typeof advice} */ (field)] }));
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
    records.map(record => ({ ...record, x_source: { ...record.x_source, note: undefined } }));
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
  const { statements, entitlements } = data['data/guidance/entitlements.json'];
  write(
    'src/guidance/generated/entitlements.ts',
    `import type { Entitlement, Statement } from '../types.js';

export const statements: readonly Statement[] = ${json(shown(statements))};
export const entitlements: readonly Entitlement[] = ${json(shown(entitlements))};
`,
  );
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
