import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashOfFacts, releaseFile } from '../build/feed.js';
import { hashOf } from '../build/integrity.js';
import { publicHalf, readSigningKey, signatureOf } from '../build/keys.js';
import { checkedFile, dayHere, fromCaller, Misused, readWords } from './command.js';
import { told } from './plain.js';
import { usages } from './usage.js';

export function run(words: string[], today: string = dayHere()) {
  const [keyFile, named] = readWords(words, usages.sign).positionals;
  const file = named === undefined ? 'dist/facts.json' : fromCaller(named);
  if (!keyFile || !file.endsWith('.json')) throw new Misused('Name a key, and facts in JSON.');
  try {
    const key = readSigningKey(checkedFile(fromCaller(keyFile)));
    const content = readFileSync(checkedFile(file));
    const document = JSON.parse(content.toString('utf8'));
    const release = JSON.parse(readFileSync(releaseFile, 'utf8'));
    const { sequence, valid_until: validUntil } = release;
    // Pages could never tell two contents of one release apart; and what is signed has the day on which it ends.
    const isReleased = ['country', 'sequence', 'issued', 'valid_until'].every(
      field => document[field] === release[field],
    );
    if (!isReleased || hashOfFacts(document) !== release.facts)
      throw new Error(`is not what ${releaseFile} says: npm run havn -- release, then npm run build`);
    if (!(validUntil >= today)) throw new Error(`is valid until ${validUntil}: npm run havn -- release`);
    const signature = signatureOf(content, key);
    const signatureFile = file.replace(/json$/, 'sig');
    writeFileSync(signatureFile, signature);
    record(signatureFile, signature);
    console.log(
      `${signatureFile}: release ${sequence}, valid until ${validUntil}, for pages whose script knows ${publicHalf(key)}`,
    );
    return 0;
  } catch (error) {
    console.error(told`${file}: ${(error as Error).message}`);
    return 1;
  }
}

/** In the list of hashes of the build, if there is one beside. */
function record(file: string, content: string) {
  const list = join(dirname(file), 'integrity.json');
  if (!existsSync(list)) return;
  const hashes = { ...JSON.parse(readFileSync(list, 'utf8')), [basename(file)]: hashOf(content) };
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(list, `${JSON.stringify(sorted, null, 2)}\n`);
}
