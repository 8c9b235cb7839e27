/** The records of the facts: where each kind is, which are shipped, which a human checks, and their texts. */
import { createHash } from 'node:crypto';
import type { Source, SourceDocument } from '../../src/directory/types.js';
import type { Answer } from '../../src/guidance/types.js';
import { inCountry } from './country.js';
import type { Facts } from './fact-files.js';

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
  decision: 'Who processes the application.',
  outcome: 'What the permit can lead to.',
  title: 'The title of a document. The original stands beside it.',
  sections: 'The title of a section of that document.',
};

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
