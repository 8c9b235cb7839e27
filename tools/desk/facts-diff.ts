/**
 * `facts diff A B`: what has changed for readers between two versions of the facts, in words; CHANGELOG-facts.md is
 * written from it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Audience, Phone, Source, SourceDocument } from '../../src/directory/types.js';
import type { Answer } from '../../src/guidance/types.js';
import { asRead, inCountry, languageName } from '../build/country.js';
import { type FactRecord, factTexts, isShipped, recordsOf } from '../build/fact-records.js';
import { unitsOf } from '../build/messages.js';
import { dayHere, Misused, readDay, readWords } from './command.js';
import { here, readVersion, type Version } from './facts-versions.js';
import { countInWords, dayInWords, hoursInWords, nameOf, sourceInWords } from './facts-words.js';
import { plain } from './plain.js';
import { usages } from './usage.js';

/** One thing that is another for readers: a sentence, and, where a text has changed, the text before and after. */
interface Change {
  sentence: string;
  before?: string;
  after?: string;
}
interface Section {
  title: string;
  changes: Change[];
}

/** What stands under one heading: kinds of records, each with what one of them is called. */
const headings: [string, Record<string, string>][] = [
  ['Services', { service: 'service' }],
  ['Organisations', { organization: 'organisation' }],
  ['Search and filters', { need: 'kind of help', group: 'group', area: 'place' }],
  ['What a person may be entitled to', { entitlement: 'entitlement', statement: 'statement' }],
  [
    'Permits to stay',
    {
      permit: 'permit',
      'permit-statement': 'statement',
      'permit-sentence': 'sentence',
      question: 'question',
      outcome: 'answer to the questions',
    },
  ],
  [
    'For professionals',
    {
      profession: 'profession',
      'referral-step': 'step',
      referral: 'referral',
      'referral-statement': 'statement',
    },
  ],
  ['Assisted return', { 'return-step': 'step', 'return-statement': 'statement' }],
  ['The whole way', { 'pathway-step': 'step', 'pathway-statement': 'statement' }],
];

const nameById = (id: string | undefined, kind: string, { data }: Version) => {
  const record = recordsOf(data, kind).find(record => record.id === id);
  return record ? nameOf(record) : (id ?? '');
};

const namesOf =
  (kind: string): ((ids: readonly string[], version: Version) => string) =>
  (ids, version) =>
    ids.map(id => nameById(id, kind, version)).join('; ') || 'none';

const audiences = { person: 'people who may be victims', helper: 'helpers', professional: 'professionals' };

/** The value of a field in words: of what type it is, the schemas have seen to. */
type Say = (value: never, version: Version) => string;

/**
 * Every field that a reader sees or finds by: what it is called, and its value in words. In this order they are told.
 */
const fields: Record<string, [string, Say?]> = {
  name: ['name'],
  title: ['title'],
  text: ['text'],
  phones: ['telephone number', (phones: readonly Phone[]) => phones.map(phoneOf).join(', ')],
  email: ['e-mail address'],
  url: ['website'],
  schedules: ['opening hours', hoursInWords],
  description: ['description'],
  eligibility_description: ['who it is for'],
  application_process: ['how to get it'],
  alert: ['warning'],
  x_summary: ['line in the banner'],
  x_audience: ['who it is shown to', (ids: readonly Audience[]) => ids.map(id => audiences[id]).join(', ')],
  x_needs: ['kinds of help', namesOf('need')],
  x_groups: ['groups it is for', namesOf('group')],
  x_areas: ['places', namesOf('area')],
  x_contact_through: ['whom to ask', (id: string, version) => nameById(id, 'service', version)],
  organization_id: ['organisation behind it', (id: string, version) => nameById(id, 'organization', version)],
  parent_organization_id: [
    'organisation above it',
    (id: string, version) => nameById(id, 'organization', version),
  ],
  x_kind: ['kind of organisation'],
  x_helpline: ['the national helpline', yes],
  x_emergency: ['the emergency number', yes],
  x_safe_house: ['a safe house, its address secret', yes],
  x_role: ['a role without contacts of its own', yes],
  x_keywords: ['words by which it is found'],
  gist: ['for whom or what, in a few words'],
  purpose: ['purpose'],
  length: ['length'],
  renewal: ['renewal'],
  conditions: ['conditions', (conditions: readonly string[]) => conditions.join(' ') || 'none'],
  description_more: ['the rest of the description', namesOf('permit-sentence')],
  conditions_more: ['further conditions', namesOf('permit-sentence')],
  provider: ['who provides it'],
  application: ['how to apply'],
  decision: ['who processes the application'],
  outcome: ['what it can lead to'],
  answers: ['answers', (answers: readonly Answer[], version) => answers.map(answerIn(version)).join('; ')],
  services: ['whom to ask', namesOf('service')],
  permits: ['permits that may apply', namesOf('permit')],
  takes: ['what is referred to them', namesOf('referral')],
  captured: ['day on which it was taken from the source', dayInWords],
  language: ['language'],
  sections: ['sections', (sections: SourceDocument['sections']) => sections.map(nameOf).join('; ')],
  x_source: ['source', (source: Source, version) => sourceInWords(source, sourcesOf(version))],
};

/** Said in another way, or not seen by readers. */
const unseen = ['id', 'status', 'assured_date'];

function yes() {
  return 'yes';
}

const phoneOf = ({ number, description }: Phone) =>
  [asRead(number), description && `(${description})`].filter(Boolean).join(' ');

const answerIn =
  (version: Version) =>
  ({ text, question, outcome }: Answer) =>
    `${text}: ${question ? nameById(question, 'question', version) : nameById(outcome, 'outcome', version)}`;

function inWords(field: string, record: FactRecord, version: Version) {
  if (record[field] === undefined) return '';
  const [, say = String]: [string, Say?] = fields[field] ?? [field, value => JSON.stringify(value)];
  return say(record[field] as never, version);
}

/** Longer values stand on lines of their own, one under the other. */
const longest = 60;

/**
 * @param about whose value it is
 * @param what the name of the value
 */
function changeOf(about: string, what: string, before: string, after: string): Change[] {
  if (before === after) return [];
  if (!before) return [{ sentence: `${about}: ${what} added: ${sentenceOf(after)}` }];
  if (!after) return [{ sentence: `${about}: ${what} taken away; was: ${sentenceOf(before)}` }];
  return before.length > longest || after.length > longest
    ? [{ sentence: `${about}: ${what} changed.`, before, after }]
    : [{ sentence: `${about}: ${what} changed from ${before} to ${sentenceOf(after)}` }];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const sentenceOf = (words: string) => (/[.!?]”?$/.test(words) ? words : `${words}.`);

/** What a new service is, for whom, and how to reach it. */
const newService = (service: FactRecord, version: Version) =>
  [
    inWords('description', service, version),
    inWords('eligibility_description', service, version),
    ...['phones', 'email', 'url', 'x_contact_through', 'schedules']
      .filter(field => service[field])
      .map(field => `${capital(fields[field]?.[0] ?? field)}: ${inWords(field, service, version)}`),
  ]
    .filter(Boolean)
    .map(sentenceOf)
    .join(' ');

/** What has changed among records of one kind. */
function changesOfRecords(
  noun: string,
  before: readonly FactRecord[],
  after: readonly FactRecord[],
  a: Version,
  b: Version,
): Change[] {
  const known = Object.keys(fields);
  const kept = after.filter(({ id }) => before.some(old => old.id === id));
  const keptBefore = before.filter(({ id }) => after.some(record => record.id === id));
  const changes = after.flatMap(record => {
    const old = before.find(({ id }) => id === record.id);
    if (!old)
      return [
        {
          sentence: [
            sentenceOf(`New ${noun}: ${nameOf(record)}`),
            noun === 'service' ? newService(record, b) : '',
          ]
            .join(' ')
            .trim(),
        },
      ];
    const present = [...known, ...Object.keys(record), ...Object.keys(old)].filter(
      (field, index, all) =>
        all.indexOf(field) === index &&
        !unseen.includes(field) &&
        // Where a record has got another name, that is told of the record, not of all that point to it.
        !isDeepStrictEqual(old[field], record[field]),
    );
    return [
      ...present.flatMap(field =>
        changeOf(nameOf(old), fields[field]?.[0] ?? field, inWords(field, old, a), inWords(field, record, b)),
      ),
      ...(noun === 'organisation' ? [] : assuranceOf(old, record)),
    ];
  });
  const gone = before.filter(old => !after.some(({ id }) => id === old.id));
  const isMoved = kept.map(({ id }) => id).join() !== keptBefore.map(({ id }) => id).join();
  return [
    ...changes,
    ...gone.map(record => ({ sentence: `${nameOf(record)} is no longer shown.` })),
    ...(isMoved ? [{ sentence: `The order has changed: ${kept.map(nameOf).join('; ')}.` }] : []),
  ];
}

/** Readers see on which day somebody has checked a service or a source; of organisations they do not. */
function assuranceOf(old: FactRecord, record: FactRecord): Change[] {
  const { assured_date } = record;
  if (assured_date === old.assured_date) return [];
  return [
    {
      sentence: assured_date
        ? `${nameOf(record)}: checked by a person on ${dayInWords(assured_date)}.`
        : `${nameOf(record)}: no longer counted as checked.`,
    },
  ];
}

const shownRecords = ({ data }: Version, kind: string) => recordsOf(data, kind).filter(isShipped);
/** as records like any other */
const sourcesOf = ({ data }: Version) =>
  (data[inCountry('sources.json')] ?? []).map(source => ({ ...source }));

const reviewedOn = (language: string, { data }: Version) =>
  data[inCountry('locales/review.json')]?.[language]?.reviewed_on;

/** As many texts are named where a translation lags behind. */
const mostTexts = 5;

/** Which text a message is: the record, and its field. */
function textInWords(message: string, version: Version) {
  const [kind = '', id, field = ''] = message.split('.');
  return `${nameById(id, kind, version)} (${fields[field]?.[0] ?? field})`;
}

function changesOfTranslations(a: Version, b: Version): Change[] {
  const texts = factTexts(b.data);
  /** the languages that lag behind in the same texts */
  const lagging: Map<string, string[]> = new Map();
  const sentences = [...b.translations].flatMap(([language, xliff]) => {
    const name = languageName(language);
    const xliffBefore = a.translations.get(language);
    const units = unitsOf(xliff);
    const unitsBefore = xliffBefore === xliff ? units : unitsOf(xliffBefore ?? '<none/>');
    const reworded = texts.filter(({ id }) => {
      const before = unitsBefore.get(id)?.target;
      return before && before !== units.get(id)?.target;
    });
    const stale = texts.filter(({ id, text }) => {
      const unit = units.get(id);
      return !unit?.target || unit.source !== text || unit.state;
    });
    if (stale.length) {
      const named = stale.slice(0, mostTexts).map(({ id }) => textInWords(id, b));
      const more = stale.length > mostTexts ? [`${stale.length - mostTexts} more`] : [];
      const which = [...named, ...more].join('; ');
      lagging.set(which, [...(lagging.get(which) ?? []), name]);
    }
    const reviewed = reviewedOn(language, b);
    return [
      ...(reworded.length ? [`${name}: ${countInWords(reworded.length, 'text')} reworded.`] : []),
      ...(reviewed && reviewed !== reviewedOn(language, a)
        ? [`${name}: reviewed by a person on ${dayInWords(reviewed)}.`]
        : []),
    ];
  });
  const onlyIn = ({ translations }: Version, { translations: others }: Version) =>
    [...translations.keys()]
      .filter(language => !others.has(language))
      .map(languageName)
      .join(', ');
  const [added, gone] = [onlyIn(b, a), onlyIn(a, b)];
  return [
    ...(added ? [`New languages: ${added}.`] : []),
    ...(gone ? [`Languages no longer offered: ${gone}.`] : []),
    ...sentences,
    ...[...lagging].map(
      ([which, names]) => `Translations behind the English text: ${which}. Languages: ${names.join(', ')}.`,
    ),
  ].map(sentence => ({ sentence }));
}

/** Where the way out leads, and the texts that stand in no record. */
const changesOfCountry = ({ country: before = {} }: Version, { country: after = {} }: Version): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(id => {
    const [one = '', other = ''] = [before[id], after[id]];
    if (one === other) return [];
    return [
      one && other
        ? { sentence: sentenceOf(`${id} changed from ${one} to ${other}`) }
        : { sentence: `${id} ${other ? 'added' : 'taken away; was'}: ${sentenceOf(other || one)}` },
    ];
  });

/** All that has changed for readers, under headings; headings without changes are left out. */
export function changesBetween(a: Version, b: Version): Section[] {
  return [
    ...headings.map(([title, nouns]) => ({
      title,
      changes: Object.entries(nouns).flatMap(([kind, noun]) =>
        changesOfRecords(noun, shownRecords(a, kind), shownRecords(b, kind), a, b),
      ),
    })),
    { title: 'The country', changes: changesOfCountry(a, b) },
    { title: 'Sources', changes: changesOfRecords('source', sourcesOf(a), sourcesOf(b), a, b) },
    { title: 'Translations', changes: changesOfTranslations(a, b) },
  ].filter(({ changes }) => changes.length);
}

/** What is compared may be a stranger's: no text of it moves a cursor, or begins a line. None is cut. */
const wholePlain = (text: string) => plain(text, Number.POSITIVE_INFINITY);

const allPlain = (sections: Section[]) =>
  sections.map(({ title, changes }) => ({
    title,
    changes: changes.map(({ sentence, before, after }) => ({
      sentence: wholePlain(sentence),
      ...(before !== undefined && { before: wholePlain(before) }),
      ...(after !== undefined && { after: wholePlain(after) }),
    })),
  }));

export const asText = (sections: Section[]) =>
  allPlain(sections)
    .map(({ title, changes }) =>
      [
        title,
        ...changes.flatMap(({ sentence, before, after }) => [
          `  ${sentence}`,
          ...(before === undefined ? [] : [`    before: ${before}`, `    after:  ${after}`]),
        ]),
      ].join('\n'),
    )
    .join('\n\n');

export const asMarkdown = (sections: Section[]) =>
  allPlain(sections)
    .map(({ title, changes }) => {
      const lines = changes.flatMap(({ sentence, before, after }) => [
        `- ${sentence}`,
        ...(before === undefined ? [] : [`  - Before: ${before}`, `  - After: ${after}`]),
      ]);
      return `### ${title}\n\n${lines.join('\n')}`;
    })
    .join('\n\n');

const changelog = 'CHANGELOG-facts.md';
const opening = `# Changes of the facts

What has changed for readers: numbers, services, texts. \`npm run havn -- facts diff A B --write\` puts a section on top; each says which versions it compares. How Havn itself changes stands in CHANGELOG.md.
`;

/** Puts a section on top. One of the same day that begins with the same version is written anew. */
export function withSection(text: string, section: string) {
  const parts = text.split(/\n(?=## )/);
  const [, ...sections] = text ? parts : [''];
  const headOf = (part: string) =>
    part
      .split('\n')
      .slice(0, 3)
      .join('\n')
      .replace(/ to .*/, '');
  const rest = sections[0] && headOf(sections[0]) === headOf(section) ? sections.slice(1) : sections;
  return [opening, section, ...rest]
    .map(part => part.trim())
    .join('\n\n')
    .concat('\n');
}

/** Somebody else's version has not passed the schemas: what is said of a record may be missing in it. */
function compared(a: Version, b: Version): Section[] {
  try {
    return changesBetween(a, b);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Misused('These two cannot be compared: a record of one does not fit its schema.');
  }
}

export function run(words: string[]) {
  const { values, positionals } = readWords(words, usages['facts diff']);
  const [from, to] = positionals;
  if (from === undefined || to === undefined) throw new Misused('Two versions are compared.');
  const a = readVersion(from);
  const b = readVersion(to);
  const sections = compared(a, b);
  if (!sections.length) {
    console.log('Nothing has changed for readers.');
    return 0;
  }
  if (values.write) {
    const today = readDay(values.today ?? dayHere());
    const published = b.name === here ? 'what is published with this section' : b.name;
    const section = `## ${today}\n\nFrom ${a.name} to ${published}.\n\n${asMarkdown(sections)}`;
    writeFileSync(
      changelog,
      withSection(existsSync(changelog) ? readFileSync(changelog, 'utf8') : '', section),
    );
    console.log(`${changelog}: the section of ${today} is on top.`);
    return 0;
  }
  console.log(asText(sections));
  return 0;
}
