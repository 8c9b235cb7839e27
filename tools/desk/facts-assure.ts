/** `facts assure ID`: records that a human has checked a record, on which day, and who it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inCountry } from '../build/country.js';
import type { Assurance, Facts } from '../build/fact-files.js';
import { assurableRecords, digestOf } from '../build/fact-records.js';
import { faultInWords, readFacts } from '../build/read-facts.js';
import { dayHere, Misused, readDay, readWords } from './command.js';
import { nameOf } from './facts-words.js';
import { edited } from './json-edit.js';
import { usages } from './usage.js';

const log = inCountry('assurances.json');

/** Own fields of ours stand last, and after the day of capture comes that of the check. */
function placeOfDay(fields: string[]) {
  const captured = fields.indexOf('captured');
  if (captured >= 0) return captured + 1;
  const own = fields.findIndex(field => field.startsWith('x_'));
  return own < 0 ? fields.length : own;
}

/** @returns the new texts of the files that change */
export function assure(
  { id, by, on }: Omit<Assurance, 'of'>,
  { data, readText, today }: { data: Facts; readText: (file: string) => string; today: string },
): { name: string; texts: Record<string, string> } {
  const found = assurableRecords(data).find(({ record }) => record.id === id);
  if (!found) throw new Misused(`"${id}" is no service, no organisation and no source document.`);
  const { file, index, record, captured } = found;
  if (on > today) throw new Misused(`${on} has not come yet.`);
  if (on < captured)
    throw new Misused(`${id} was taken from its source on ${captured}; ${on} is before that.`);
  if (record.assured_date === on || data[log].some(entry => entry.id === id && entry.on === on))
    throw new Misused(`${id} has been assured on ${on} already.`);
  if (record.assured_date && record.assured_date > on)
    throw new Misused(`${id} was assured later than that, on ${record.assured_date}.`);
  const changed = (name: string, path: (string | number)[], value: unknown) =>
    edited(readText(name), path, value, placeOfDay);
  const texts = {
    [file]: changed(file, [index, 'assured_date'], on),
    [log]: changed(log, [data[log].length], { id, by, on, of: digestOf(record) }),
  };
  const [fault] = readFacts(name => texts[name] ?? readText(name)).faults;
  if (fault) throw new Misused(faultInWords(fault));
  return { name: nameOf(record), texts };
}

export function run(words: string[]) {
  const { values, positionals } = readWords(words, usages['facts assure']);
  const [id] = positionals;
  const by = values.by?.trim();
  if (id === undefined || !by || !values.on) throw new Misused('Which record, by whom, on which day?');
  const readText = (file: string) => readFileSync(file, 'utf8');
  const { data, faults } = readFacts(readText);
  // A record that has changed since it was checked is why somebody checks it again; what is left is looked at after.
  const others = faults.filter(({ pointer }) => !pointer.endsWith('/assured_date'));
  if (others.length) throw new Misused(others.map(faultInWords).join('\n'));
  const on = readDay(values.on);
  const { name, texts } = assure({ id, by, on }, { data, readText, today: dayHere() });
  for (const [file, text] of Object.entries(texts)) writeFileSync(file, text);
  console.log(
    `${name}: checked on ${on}. ${Object.keys(texts).join(' and ')} say so; your name is only in the second, which is never shipped. Next: npm run build`,
  );
  return 0;
}
