import { writeFileSync } from 'node:fs';
import { newKey } from '../build/keys.js';
import { Misused, readWords, toCaller } from './command.js';
import { told } from './plain.js';
import { usages } from './usage.js';

export function run(words: string[]) {
  const [named] = readWords(words, usages.keygen).positionals;
  if (!named) throw new Misused('Name a file for the key.');
  const file = toCaller(named);
  const { privateKey, publicKey } = newKey();
  try {
    // Never over a key that pages trust, and for nobody else to read.
    writeFileSync(file, privateKey, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    console.error(told`${file}: ${(error as Error).message}`);
    return 1;
  }
  console.log(told`The private key is in ${file}: keep it off the web and out of the repository.
The build takes the public key:

HAVN_PUBLIC_KEYS=${publicKey}`);
  return 0;
}
