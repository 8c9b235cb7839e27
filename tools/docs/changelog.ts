/**
 * CHANGELOG.md, as Keep a Changelog has it. `tools/docs/changelog.ts` prints what is new in the version of package.json, for
 * the page of its release. It needs nothing that has to be installed.
 */
import { readFileSync } from 'node:fs';

/** of a version, or of "Unreleased" */
interface Section {
  name: string;
  day: string | undefined;
  body: string;
}

/** @returns the newest first */
export function sectionsOf(text: string): Section[] {
  const heads = [...text.matchAll(/^## \[([^\]]+)\](?: - (\S+))?$/gm)];
  return heads.map(({ 0: head, 1: name = '', 2: day, index }, place) => ({
    name,
    day,
    body: text.slice(index + head.length, heads[place + 1]?.index).trim(),
  }));
}

export const sectionOf = (text: string, name: string) =>
  sectionsOf(text).find(section => section.name === name);

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const section = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);
  if (!section) throw new Error(`CHANGELOG.md has nothing on ${version}`);
  console.log(section.body);
}
