/**
 * Checks the facts of the country, and writes the modules that the sources import: src/{directory,guidance}/generated and,
 * for extracting messages, src/locale/generated/facts.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isContactField } from '../../src/directory/contact-fields.js';
import { audiences } from '../../src/directory/types.js';
import { asRead, countryFile, inCountry } from './country.js';
import { countryModules } from './country-modules.js';
import { criticalService, type Facts } from './fact-files.js';
import { factTexts, kinds, shippedFacts } from './fact-records.js';
import { overlayValidator } from './overlay-validator.js';
import { faultInWords, readFacts } from './read-facts.js';
import { lexiconText, shippedConcepts } from './read-lexicon.js';

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `// Generated from data/ by tools/build/facts.ts.\n${text}`);
}

const pick = (record: object, wanted: (field: string, value: unknown) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([field, value]) => wanted(field, value)));

/** Makes each source a constant that its records share: the script is smaller, and keeps less in memory. */
function withSources(code: string) {
  const names: Map<string, string> = new Map();
  const shared = code.replace(
    /\{\s*"document": "[\w-]+",\s*"section": "[\w-]+"(?:,\s*"also": \[[^\]]*\])?\s*\}/g,
    source => {
      const key = source.replace(/\s+/g, ' ');
      const name = names.get(key) ?? `source${names.size + 1}`;
      names.set(key, name);
      return name;
    },
  );
  const constants = [...names].map(([source, name]) => `const ${name} = ${source};\n`);
  return shared.replace(/\n\n/, `\n\n${constants.join('')}\n`);
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
    withSources(`import { lazily } from '../lazily.js';
import type { Directory, Service, ServiceContact } from '../types.js';

export const usual: Pick<Service, 'status' | 'x_audience'> = ${json(usual)};

type Details = Omit<Service, keyof ServiceContact | keyof typeof usual> & Partial<typeof usual>;
/** The services without the fields of their contacts, and without what is usual, in the same order. */
export const details = lazily((): readonly Details[] => ${json(services.map(service => pick(service, (field, value) => !isContactField(field) && !isUsual(field, value))))});
export const organizations = lazily((): Directory['organizations'] => ${json(shipped[inCountry('directory/organizations.json')])});
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
    `import { lazily } from '../lazily.js';
import type { Concept } from '../search/understand.js';
import { contacts } from './contacts.js';

/** By their places: their names are long, and a script has them. Kept, since newer facts may change the contacts. */
const ids: readonly string[] = contacts.map(({ id }) => id);
export const at = (...places: readonly number[]): readonly string[] => places.flatMap(place => ids[place] ?? []);

export const concepts = lazily((): readonly Concept[] => ${conceptsWithPlaces(services)});
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
      withSources(`import { lazily } from '../../directory/lazily.js';
import type { ${shape} } from '../types.js';

export const document = lazily((): ${shape} => (${json(document)}));
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

/** Checks the facts and writes their modules; throws with all faults if there are any. */
export function generateFacts(): Facts {
  const { data, faults } = readFacts();
  if (faults.length) throw new Error(faults.map(faultInWords).join('\n'));
  generateModules(data);
  return data;
}

if (process.argv[1] === import.meta.filename) generateFacts();
