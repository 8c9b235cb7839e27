/** The facts as an editor changes them: what the tests of the data and of the desk share. */
import { readFileSync } from 'node:fs';
import type { Organization, Service } from '../src/directory/types.js';
import type { FactFiles } from '../src/feed/types.js';
import type { Country } from '../tools/build/country.js';
import { readFacts } from '../tools/build/facts.js';

/** What is readonly for widgets; whoever changes a field knows that it is there. */
export type Editable<Fact> = { -readonly [Field in keyof Fact]-?: Editable<Fact[Field]> };

interface Files extends FactFiles {
  'country.json': Country;
  /** Of an organisation readers are not told it. */
  'directory/organizations.json': readonly (Organization & { readonly assured_date?: string })[];
}

/** by file */
export type EditableFacts = Editable<{ [Name in keyof Files as `data/${Name}`]: Files[Name] }> & {
  'data/assurances.json': { id: string; by: string; on: string; of?: string }[];
};

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
