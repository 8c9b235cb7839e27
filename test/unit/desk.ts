/** What the tests of the editor's commands share: a copy of the data to work on, and what a command says. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { Facts } from '../../tools/build/fact-files.js';
import { readFacts } from '../../tools/build/facts.js';
import { run } from '../../tools/desk/facts.js';

const repository = process.cwd();

const log = 'data/assurances.json';

/** What is read, to be changed. */
export type Editable<Content> = { -readonly [Key in keyof Content]: Editable<Content[Key]> };

export const copyOf = <Content>(content: Content) => structuredClone(content) as Editable<Content>;

/** The facts as if nobody had checked any, so that the tests hold whatever the editors have checked. */
export function uncheckedFacts(): Editable<Facts> {
  const data = copyOf(readFacts().data);
  for (const file of [
    'data/directory/services.json',
    'data/directory/organizations.json',
    'data/sources.json',
  ] as const)
    for (const record of data[file]) delete record.assured_date;
  data[log] = [];
  return data;
}

/**
 * Copies the data, unchecked, and works there from now on.
 * @returns the folder
 */
export function enterCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'havn-facts-'));
  for (const name of ['data', 'schema', 'package.json'])
    cpSync(name, join(folder, name), { recursive: true });
  const data = uncheckedFacts();
  // Only where it has to: the files keep their format.
  if (JSON.parse(readFileSync(log, 'utf8')).length)
    for (const [file, content] of Object.entries(data))
      writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
  process.chdir(folder);
  return folder;
}

export function leaveCopy(folder: string) {
  process.chdir(repository);
  rmSync(folder, { recursive: true });
}

/** `npm run havn -- facts …` */
export async function facts(...words: string[]) {
  const said: string[] = [];
  for (const way of ['log', 'error'] as const) mock.method(console, way, (text: string) => said.push(text));
  try {
    return { code: await run(words), out: said.join('\n') };
  } finally {
    mock.restoreAll();
  }
}

export function byId(records: readonly any[] = [], id: string) {
  const record = records.find(record => record.id === id);
  if (!record) throw new Error(`no record ${id}`);
  return record;
}
