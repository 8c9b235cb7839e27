/** `facts set ID FIELD VALUE`: changes a number or an address in the facts and in all that repeats it by hand, and shows where. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Service } from '../../src/directory/types.js';
import { country, inCountry } from '../build/country.js';
import type { Facts } from '../build/fact-files.js';
import { assurableRecords } from '../build/fact-records.js';
import { faultInWords, readFacts } from '../build/read-facts.js';
import { runTool } from '../build/type-script.js';
import { Misused, readWords } from './command.js';
import { nameOf, sourceInWords } from './facts-words.js';
import { edited } from './json-edit.js';
import { usages } from './usage.js';

const log = inCountry('assurances.json');

/** Where each stands in a record, and what it is there. */
const places: Record<string, { path: (string | number)[]; of: (record: Contacts) => string | undefined }> = {
  phone: { path: ['phones', 0, 'number'], of: ({ phones }) => phones?.[0]?.number },
  email: { path: ['email'], of: ({ email }) => email },
  url: { path: ['url'], of: ({ url }) => url },
};
type Contacts = Partial<Pick<Service, 'id' | 'phones' | 'email' | 'url' | 'x_source'>>;

/** @returns the new texts of the files that change */
export function set(
  { id, field, value }: { id: string; field: string; value: string },
  { data, readText }: { data: Facts; readText: (file: string) => string },
): {
  name: string;
  before: string;
  after: string;
  source: string;
  wasChecked: boolean;
  texts: Record<string, string>;
} {
  const records = assurableRecords(data);
  const found = records.find(({ record }) => record.id === id);
  if (!found)
    throw new Misused(
      `"${id}" is no service and no organisation. There are: ${records.map(({ record }) => record.id).join(', ')}`,
    );
  const { file, index, record } = found;
  const { phones = [], x_source }: Contacts = record;
  const place = Object.hasOwn(places, field) ? places[field] : undefined;
  const before = place?.of(record);
  if (!place || before === undefined) {
    const having = records.filter(
      ({ record }) => 'organization_id' in record && record.organization_id === id && place?.of(record),
    );
    throw new Misused(
      having.length
        ? `${id} has no ${field} of its own. Its services have: ${having.map(({ record }) => record.id).join(', ')}.`
        : `${id} has no ${field}. What it has can be set; what is new, write into ${file}.`,
    );
  }
  if (field === 'phone' && phones.length > 1)
    throw new Misused(`${id} has ${phones.length} numbers: change the one that you mean in ${file}.`);
  const after = field === 'phone' ? value.replace(/[\s\u00a0]/g, '') : value.trim();
  // It is copied into tests, between apostrophes: what stands after one would run there.
  if (after.includes("'")) throw new Misused(`No ${field} may have an apostrophe: in an address write %27.`);
  if (after === before) throw new Misused(`The ${field} of ${id} is ${before} already.`);

  const texts: Record<string, string> = {};
  const change = (name: string, path: (string | number)[], value: unknown) => {
    texts[name] = edited(texts[name] ?? readText(name), path, value);
  };
  change(file, [index, ...place.path], after);
  const wasChecked = record.assured_date !== undefined;
  if (wasChecked) {
    // Somebody has checked the old one.
    change(file, [index, 'assured_date'], undefined);
    for (let at = data[log].length - 1; at >= 0; at--)
      if (data[log][at]?.id === id) change(log, [at], undefined);
  }
  const [fault] = readFacts(name => texts[name] ?? readText(name)).faults;
  if (fault) throw new Misused(faultInWords(fault));
  const source = x_source ? sourceInWords(x_source, data[inCountry('sources.json')]) : nameOf(record);
  return { name: nameOf(record), before, after, source, wasChecked, texts };
}

/** @returns the digits of a number, without the code of the country */
function digitsOf(value: string): string | undefined {
  const code = country().telephone.calling_code;
  return /^\+?\d+$/.test(value) ? value.replace(`+${code}`, '').replace('+', '') : undefined;
}

const escaped = (text: string) => text.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&');

/**
 * A text with the new value in place of the old one. A number is found with up to six characters between its digits, and
 * with the code of the country before it; what stands between the digits stays. A short number such as 112 is left: its
 * digits stand in many places that mean something else.
 */
export function replaced(text: string, { before, after }: { before: string; after: string }) {
  const old = digitsOf(before);
  const digits = digitsOf(after) ?? '';
  if (!old) return text.replace(new RegExp(`(?<![\\w.@-])${escaped(before)}(?![\\w.@/-])`, 'g'), () => after);
  if (old.length < 8) return text;
  const code = country().telephone.calling_code;
  const written = new RegExp(
    `(?<=(?:^|\\D)(?:(?:\\+|00)${code}\\D{0,6})?)${[...old].join('(?:\\\\u[\\da-f]{4}|[^\\d\\n]){0,6}')}(?!\\d)`,
    'gm',
  );
  return text.replace(written, found => {
    // Another count of digits cannot be grouped alike.
    if (old.length !== digits.length) return digits;
    let at = 0;
    return found.replace(/\\u[\da-f]{4}|\d/g, part => (part.length > 1 ? part : digits.charAt(at++)));
  });
}

/** Texts that repeat facts by hand. What is made from the facts changes with the next build; other facts are their own. */
const handWritten = () =>
  execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter(file => file && !/^data\/|^CHANGELOG-facts|^package-lock|\/generated\/|\.png$/.test(file));

/** What follows from new facts. */
const commands = [['build/build.ts'], ['docs/readme.ts'], ['desk/havn.ts', 'facts', 'diff', 'HEAD', '.']];
const runCommands = () => {
  for (const [tool, ...words] of commands) runTool(`tools/${tool}`, words);
};

export function run(words: string[], follow: () => void = runCommands) {
  const [id, field, value] = readWords(words, usages['facts set']).positionals;
  if (id === undefined || field === undefined || value === undefined)
    throw new Misused('Of which record, which field, and what is it now?');
  const readText = (file: string) => readFileSync(file, 'utf8');
  const { data, faults } = readFacts(readText);
  if (faults.length) throw new Misused(faults.map(faultInWords).join('\n'));
  const change = set({ id, field, value }, { data, readText });
  for (const [file, text] of Object.entries(change.texts)) writeFileSync(file, text);

  const lines = handWritten().flatMap(file => {
    const text = readText(file);
    const next = replaced(text, change);
    if (text === next) return [];
    writeFileSync(file, next);
    const before = text.split('\n');
    return next
      .split('\n')
      .flatMap((line, at) => (line === before[at] ? [] : [`${file}:${at + 1}: ${line.trim()}`]));
  });
  follow();
  console.log(
    [
      `${change.name}: ${field} ${change.before} is now ${change.after}.`,
      ...(lines.length
        ? ['It stood here too, and is changed:', ...lines.map(line => line.slice(0, 160))]
        : []),
      `Readers are told that it is from ${change.source}. If it is not, change x_source.`,
      ...(change.wasChecked
        ? ['A person had checked the old one. Nobody has checked the new one: npm run havn -- facts assure']
        : []),
      'Next: read git diff; npm run havn -- facts diff HEAD . --write; npm run havn -- release; npm test; npm run check',
    ].join('\n'),
  );
  return 0;
}
