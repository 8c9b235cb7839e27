/**
 * The translations. `npm run generate` updates locales/<lang>.xlf of the country from the English texts and says what
 * is left to do; the build turns the files into src/locale/generated. The check (`faultsOf`) refuses what lit-localize
 * accepts: lit-localize fills a missing translation with the English text, and keeps one whose English text has
 * changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { XMLSerializer } from '@xmldom/xmldom';
import { country, inCountry, schemaFolder, targetLanguages } from './country.js';
import { readFactFile } from './fact-files.js';
import { fromLocalizer, xliffFile } from './kept-messages.js';
import { readJson } from './read-json.js';
import { lexiconText, readConcepts, readLexicon } from './read-lexicon.js';
import { readTerms, sharedLabelFaults, termFaults } from './terms.js';
import { parseXml } from './xml.js';

const needsNewLook = 'needs-review-translation';

/** `most`: the most characters that the translation may have; `line`: in the file, of the translation */
interface Unit {
  line: number;
  source: string;
  target: string | null;
  state: string | null;
  most: number;
}

const transUnits = (document: Document) => Array.from(document.getElementsByTagName('trans-unit'));

const nodeText = (node: Node) =>
  Array.from(node.childNodes, child =>
    child.nodeType === 3 ? child.nodeValue : `{${(child as Element).getAttribute('id')}}`,
  ).join('');

/** by the text of the file: a command reads the same file many times */
const knownUnits: Map<string, ReadonlyMap<string, Unit>> = new Map();

export function unitsOf(xml: string) {
  const units = knownUnits.get(xml) ?? readUnits(xml);
  knownUnits.set(xml, units);
  return units;
}

/** The translations into a language of the country, as its file has them now. */
export const unitsIn = (language: string) => unitsOf(readFileSync(xliffFile(language), 'utf8'));

function readUnits(xml: string): ReadonlyMap<string, Unit> {
  const document = parseXml(xml);
  return new Map(
    transUnits(document).map(unit => {
      // Without getElementsByTagName, whose list xmldom builds again at every access.
      const children = new Map(Array.from(unit.childNodes, child => [child.nodeName, child as Element]));
      const [source, target, note] = ['source', 'target', 'note'].map(name => children.get(name));
      const [, most] = /At most (\d+) characters/.exec(note ? nodeText(note) : '') ?? [];
      return [
        unit.getAttribute('id') as string,
        {
          line: ((target ?? unit) as Element & { lineNumber: number }).lineNumber,
          source: source ? nodeText(source) : '',
          target: target ? nodeText(target) : null,
          state: target?.getAttribute('state') ?? null,
          most: most ? Number(most) : Number.POSITIVE_INFINITY,
        },
      ];
    }),
  );
}

let english: Map<string, string> | undefined;

/** Every English message: its id and its text, with placeholders as {0}. */
export function sourceMessages(): Map<string, string> {
  english ??= new Map(fromLocalizer('messages'));
  return english;
}

const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort().join();
const numbers = (text: string) => (text.replace(/\{\d+\}/g, '').match(/\d+/g) ?? []).sort();

/** The numbers that the first list has and the second has not, in quotes. */
function numbersOnlyIn(list: string[], others: string[]) {
  const left = [...list];
  for (const other of others) if (left.includes(other)) left.splice(left.indexOf(other), 1);
  return left.map(number => `"${number}"`).join(', ') || 'none';
}

/** What is wrong with one language's file. */
export function faultsOf(sources: Map<string, string>, units: ReadonlyMap<string, Unit>): string[] {
  const faults = [];
  for (const [id, text] of sources) {
    const unit = units.get(id);
    if (!unit || unit.target === null) faults.push(`${id}: missing`);
    else if (unit.source !== text || unit.state === needsNewLook)
      faults.push(`${id}: stale, the English text has changed`);
    else if (placeholders(unit.target) !== placeholders(text)) faults.push(`${id}: placeholders differ`);
    else if (numbers(unit.target).join() !== numbers(text).join()) {
      const [english, here] = [numbers(text), numbers(unit.target)];
      faults.push(
        `${id}: the numbers differ: ${numbersOnlyIn(english, here)} in English, ${numbersOnlyIn(here, english)} here`,
      );
    } else if (unit.target !== unit.target.trim() || !unit.target)
      faults.push(`${id}: empty, or space at an end`);
    else if ([...unit.target].length > unit.most)
      faults.push(`${id}: too long, ${[...unit.target].length} of ${unit.most} characters`);
  }
  for (const id of units.keys()) if (!sources.has(id)) faults.push(`${id}: unknown, no such English text`);
  return faults;
}

/** Puts file and line before a fault, which begins with the id of its message. */
export const placed = (language: string, units: ReadonlyMap<string, Unit>) => (fault: string) => {
  const line = units.get(fault.slice(0, fault.indexOf(': ')))?.line;
  return line ? `${xliffFile(language)}:${line} ${fault}` : `${xliffFile(language)}: ${fault}`;
};

/** @returns all that is wrong with the translations */
export function checkMessages(): string[] {
  const sources = sourceMessages();
  const languages = targetLanguages();
  const terms = readTerms();
  const review = readFactFile('locales/review.json');
  return [
    ...languages.flatMap(language => {
      const units = unitsIn(language);
      const termsHere = terms[language];
      return [
        ...faultsOf(sources, units),
        ...(termsHere
          ? [...termFaults(sources, units, termsHere), ...sharedLabelFaults(sources, units, termsHere)]
          : []),
      ].map(placed(language, units));
    }),
    ...languages
      .filter(language => !terms[language])
      .map(language => `${inCountry('locales/terms.json')}: names no ${language}`),
    ...languages
      .filter(language => !review[language])
      .map(language => `${inCountry('locales/review.json')}: names no ${language}`),
  ];
}

let translations: Record<string, Record<string, string>> | undefined;

/** The messages of one language, with its lexicon, which is no translation, but is shipped like one. */
export function messagesIn(language: string): Record<string, string> {
  translations ??= fromLocalizer('translations');
  return { ...translations[language], lexicon: lexiconText(language) };
}

/** The names of the national services in the languages that we translate into, by id. */
function nationalNames() {
  const names: Record<string, string[]> = {};
  for (const language of targetLanguages())
    for (const [place, text] of Object.entries(messagesIn(language))) {
      const [, id = ''] = /^service\.([^.]+)\.(?:alternate_)?name$/.exec(place) ?? [];
      if (id) names[id] = [...new Set([...(names[id] ?? []), text])];
    }
  return names;
}

/** The single words for a concept of data/lexicon, in all languages. */
const calledIn = (id: string) => [
  ...new Set(
    ['en', ...targetLanguages()]
      .map(language => readLexicon(language)[id] ?? '')
      .concat(readConcepts().find(concept => concept.id === id)?.words ?? '')
      .flatMap(text => text.split(','))
      .map(entry => entry.replace('*', '').trim())
      .filter(entry => entry && !/[ +\d]/.test(entry)),
  ),
];

/** The concepts for the name of the organisation that runs the helpline, and for the police. */
const helplineConcept = 'rosa';
const policeConcept = 'police';

/** The ten digits in words, in each language. */
const digitsInWords = () =>
  [sourceMessages(), ...targetLanguages().map(language => new Map(Object.entries(messagesIn(language))))]
    .map(messages => messages.get('handOver.digits') ?? '')
    .concat(country().telephone.digits_in_words ?? [])
    .map(text => text.split(' '))
    .filter(words => words.length === 10);

/** @param lines words, separated by commas */
export const wordsOf = (lines: string[] = []) => lines.flatMap(line => line.split(', '));

interface CountrySchema {
  properties: Record<'claims' | 'addresses', { properties: object }>;
}

/** All kinds of words in a part of country.json. The sources use each: a country without one gets an empty list. */
const kindsOf = (part: keyof CountrySchema['properties']) =>
  Object.keys(readJson<CountrySchema>(`${schemaFolder}/country.schema.json`).properties[part].properties);

/** Words with which a name would pose as that of a national service. */
function claims() {
  const words = country().claims;
  const named = (kind: string) => (kind === 'police' ? calledIn(policeConcept) : []);
  return Object.fromEntries(
    kindsOf('claims')
      // Among the names of the helpline.
      .filter(kind => kind !== 'runner')
      .map(kind => [kind, [...named(kind), ...wordsOf(words?.[kind])]]),
  );
}

/** Words with which a text would tell where a safe house is: parts of regular expressions, by kind. */
const addresses = () =>
  Object.fromEntries(
    kindsOf('addresses').map(kind => [
      kind,
      wordsOf(country().addresses?.[kind]).map(word => word.replaceAll('.', '\\.')),
    ]),
  );

/** @returns the type that has these words by kind, and the words */
const typed = (words: Record<string, string[]>) =>
  `Readonly<Record<${Object.keys(words)
    .map(kind => `'${kind}'`)
    .join(' | ')}, readonly string[]>> = ${JSON.stringify(words)}`;

/** Writes src/locale/generated/<lang>.ts as data, since the templates that lit-localize writes would need Lit. */
export function buildMessages() {
  mkdirSync('src/locale/generated', { recursive: true });
  for (const language of targetLanguages())
    writeFileSync(
      `src/locale/generated/${language}.ts`,
      `// Generated from data/locales/${language}.xlf by tools/build/messages.ts.
import type { Messages } from '../messages.js';

export const messages: Messages = ${JSON.stringify(messagesIn(language), null, 2)};
`,
    );
  writeFileSync(
    'src/directory/generated/national-names.ts',
    `/** What the national services are called in other languages, by id: no service of a page's own may be called so. */
export const nationalNames: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(nationalNames(), null, 2)};
/** What whoever runs the helpline is called in other scripts. */
export const helplineNames: readonly string[] = ${JSON.stringify([...calledIn(helplineConcept), ...wordsOf(country().claims?.runner)])};
/** Words, beginnings of words and phrases by which a name poses as that of a national service. */
export const claims: ${typed(claims())};
/** Words by which the text of a safe house would tell where it is, as parts of regular expressions. */
export const addresses: ${typed(addresses())};
/** What only the emergency number is called. */
export const emergencyNames: readonly string[] = ${JSON.stringify(country().telephone.emergency_names ?? [])};
/** The emergency numbers in words, other than digit by digit. */
export const emergencyInWords: readonly string[] = ${JSON.stringify(wordsOf(country().telephone.emergency_in_words))};
/** What lists of helplines and emergency numbers are called. */
export const headings: readonly string[] = ${JSON.stringify(wordsOf(country().telephone.headings))};
/** Numbers of two digits in words. */
export const tensWords: readonly string[] = ${JSON.stringify(wordsOf(country().telephone.tens_in_words))};
/** The ten digits in words. */
export const digitWords: readonly (readonly string[])[] = ${JSON.stringify(digitsInWords())};
`,
  );
}

/** Updates the XLIFF files, marks translations that need a review, and prints what is left to do. */
async function updateMessages() {
  const languages = targetLanguages();
  const before: Map<string, ReadonlyMap<string, Unit>> = new Map();
  for (const language of languages) {
    before.set(language, existsSync(xliffFile(language)) ? unitsIn(language) : new Map());
  }
  const { localizer } = await import('./localizer.js');
  await localizer().writeInterchangeFiles();
  const sources = sourceMessages();
  for (const language of languages) {
    const file = xliffFile(language);
    const document = parseXml(readFileSync(file, 'utf8'));
    for (const unit of transUnits(document)) {
      const id = unit.getAttribute('id') as string;
      const old = before.get(language)?.get(id);
      const target = unit.getElementsByTagName('target')[0];
      if (target && old && old.source !== sources.get(id)) target.setAttribute('state', needsNewLook);
    }
    writeFileSync(file, `${new XMLSerializer().serializeToString(document).trimEnd()}\n`);
    const units = unitsIn(language);
    for (const fault of faultsOf(sources, units).map(placed(language, units))) console.log(fault);
  }
  buildMessages();
}

if (process.argv[1] === import.meta.filename) await updateMessages();
