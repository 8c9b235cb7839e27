/** The collections that the tests walk: what Havn must say (facts.json), and what it must withstand (hostile-cases.json). */
import { readFileSync } from 'node:fs';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`collections/${name}`, import.meta.url), 'utf8'));

export const facts: { id: string; fact: string; home: string; show?: string[]; audience?: string }[] =
  read('facts.json').facts;

/** The hostile cases of some kinds. */
export const hostileCases = (...kinds: string[]): any[] =>
  read('hostile-cases.json').cases.filter(({ kind }: { kind: string }) => kinds.includes(kind));
