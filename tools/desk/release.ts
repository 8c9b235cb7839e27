import { writeFileSync } from 'node:fs';
import { faultInWords, readFacts } from '../build/facts.js';
import { feedOf, releaseFile } from '../build/feed.js';
import { dayHere, Misused, orUsage, readDay } from './command.js';
import { usages } from './usage.js';

/** @param day YYYY-MM-DD */
const yearAfter = (day: string) =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;

function readUntil([validUntil, ...more]: string[], today: string) {
  const until = readDay(validUntil ?? yearAfter(today));
  if (more.length || until <= today) throw new Misused('It is valid until one day, which is yet to come.');
  return until;
}

/** @param file that it is written to */
export function run(words: string[], today: string = dayHere(), file: string = releaseFile) {
  const until = orUsage(usages.release, () => readUntil(words, today));
  if (!until) return 2;
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
