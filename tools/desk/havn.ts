/** `npm run havn -- COMMAND …`: what editors and webmasters do at the desk. Each command is a module in tools/desk. */
import { existsSync } from 'node:fs';
import { runTool } from '../build/type-script.js';
import { Misused } from './command.js';
import { plain, plainLines } from './plain.js';
import { helpOn, usages } from './usage.js';

/**
 * A command takes its words and answers with the exit code: 0, 1 where it has found something wrong, 2 where it cannot read
 * what it was asked about. Where it was asked wrongly it throws `Misused`, which is 2 as well.
 */
interface Command {
  run: (words: string[]) => Promise<number> | number;
}

type Name = keyof typeof usages;
const isName = (name: string): name is Name => Object.hasOwn(usages, name);

const commands: Record<Name, () => Promise<Command>> = {
  validate: () => import('./validate.js'),
  shard: () => import('./shard.js'),
  verify: () => import('./verify.js'),
  'facts set': () => import('./facts-set.js'),
  'facts diff': () => import('./facts-diff.js'),
  'facts due': () => import('./facts-due.js'),
  'facts assure': () => import('./facts-assure.js'),
  keygen: () => import('./keygen.js'),
  release: () => import('./release.js'),
  sign: () => import('./sign.js'),
};

const howToAsk = (name: Name) => `npm run havn -- ${usages[name].usage}`;

const asksForHelp = (words: string[]) =>
  words
    .slice(0, words.includes('--') ? words.indexOf('--') : words.length)
    .some(word => /^(-h|--help)$/.test(word));

/** The commands judge by what is shipped. */
function buildOnce() {
  if (existsSync('dist/npm/directory/index.js')) return;
  console.error('Nothing is built yet: building first.');
  // What the command itself says is all that stands on the standard output.
  runTool('tools/build/build.ts', [], { stdio: ['ignore', 2, 2] });
}

/** @param prepare what a command needs before it runs */
export async function main(words: string[], prepare: () => void = buildOnce): Promise<number> {
  const [first = '', second = ''] = words;
  if (['', 'help', '--help', '-h'].includes(first)) {
    console.log(helpOn());
    return 0;
  }
  const names = Object.keys(usages).filter(isName);
  const alike = names.filter(name => name.split(' ')[0] === first);
  const name = [first, `${first} ${second}`].find(isName);
  if (!alike.length) {
    const all = new Set(names.map(name => name.split(' ')[0]));
    console.error(`There is no command "${plain(first)}". There are: ${[...all].join(', ')}.`);
    return 2;
  }
  if (asksForHelp(words)) {
    console.log(helpOn(name ?? first));
    return 0;
  }
  if (!name) {
    for (const one of alike) console.error(howToAsk(one));
    return 2;
  }
  try {
    prepare();
    const { run } = await commands[name]();
    return await run(words.slice(name.split(' ').length));
  } catch (error) {
    // What nobody foresaw may quote a stranger's file, too.
    if (error instanceof Misused) console.error(`${error.message}\n${howToAsk(name)}`);
    else console.error(plainLines(String((error as Error)?.stack ?? error)));
    return 2;
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
