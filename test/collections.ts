/** The collections that the tests walk: what Havn must say (facts.json), and what it must withstand (hostile-cases.json). */
import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`collections/${name}`, import.meta.url), 'utf8'));

/** @type {{id: string, fact: string, home: string, show?: string[], audience?: string}[]} */
export const facts = read('facts.json').facts;

/** The hostile cases of some kinds. @param {...string} kinds @returns {any[]} */
export const hostileCases = (...kinds) =>
  read('hostile-cases.json').cases.filter((/** @type {{kind: string}} */ { kind }) => kinds.includes(kind));
