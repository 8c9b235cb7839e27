/** The facts as an editor changes them: what the tests of the data and of the desk share. */
import { readFileSync } from 'node:fs';
import type { Service } from '../src/directory/types.js';
import type { Facts } from '../tools/build/fact-files.js';
import { readFacts } from '../tools/build/read-facts.js';

/** What is readonly for widgets; whoever changes a field knows that it is there. */
export type Editable<Fact> = { -readonly [Field in keyof Fact]-?: Editable<Fact[Field]> };

/** by file */
export type EditableFacts = Editable<Facts>;

export const copyOf = <Content>(content: Content) => structuredClone(content) as Editable<Content>;

export type Changes = { [File in keyof EditableFacts]?: (content: EditableFacts[File]) => unknown };

/** What is refused where files are changed so. */
export const faultsAfter = (changes: Changes) =>
  readFacts(file => {
    const text = readFileSync(file, 'utf8');
    const change = changes[file as keyof EditableFacts] as ((content: unknown) => unknown) | undefined;
    if (!change) return text;
    const content = JSON.parse(text);
    change(content);
    return JSON.stringify(content);
  }).faults;

/** @param records of JSON just read, of which nobody has said what they are, are services */
export function byId<One extends { id: string } = Editable<Service>>(
  records: readonly One[],
  id: string,
): One {
  const record = records.find(record => record.id === id);
  if (!record) throw new Error(`no record ${id}`);
  return record;
}
