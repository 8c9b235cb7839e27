import { writeFileSync } from 'node:fs';
import { feedOf, releaseFile } from '../build/feed.js';
import { faultInWords, readFacts } from '../build/read-facts.js';
import { dayHere, Misused, readDay, readWords } from './command.js';
import { usages } from './usage.js';

/** @param day YYYY-MM-DD */
const yearAfter = (day: string) =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;

export function run(words: string[], today: string = dayHere(), file: string = releaseFile) {
  const [asked = yearAfter(today)] = readWords(words, usages.release).positionals;
  const until = readDay(asked);
  if (until <= today) throw new Misused('It is valid until a day that is yet to come.');
  const { data, faults } = readFacts();
  if (faults.length) {
    console.error(faults.map(faultInWords).join('\n'));
    return 1;
  }
  const { country, sequence } = data[releaseFile];
  const release = {
    country,
    sequence: sequence + 1,
    issued: today,
    valid_until: until,
    facts: feedOf(data).hash,
  };
  writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`);
  console.log(`${file}: release ${release.sequence}, valid until ${until}`);
  return 0;
}
