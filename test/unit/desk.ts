/** What the tests of the editor's commands share: a copy of the data to work on, and what a command says. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { readFacts } from '../../tools/build/facts.js';
import { typeScript } from '../../tools/build/type-script.js';
import { run } from '../../tools/desk/facts.js';
import { copyOf } from '../changed-facts.js';

const repository = process.cwd();

const log = 'data/assurances.json';

/** The facts as if nobody had checked any, so that the tests hold whatever the editors have checked. */
export function uncheckedFacts() {
  const data = copyOf(readFacts().data);
  for (const file of [
    'data/directory/services.json',
    'data/directory/organizations.json',
    'data/sources.json',
  ] as const)
    for (const record of data[file]) Reflect.deleteProperty(record, 'assured_date');
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

/** `npm run havn -- …`, in a process of its own. */
export function havn(words: string[], env?: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...typeScript, 'tools/desk/havn.ts', ...words],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, lines: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd() };
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
