/** `npm run havn -- COMMAND …`: what editors and webmasters do at the desk. Each command is a module in tools/desk. */
import { existsSync } from 'node:fs';
import { runTool } from '../build/type-script.js';
import { helpOn, usages } from './usage.js';

/**
 * A command takes its words and answers with the exit code: 0, 1 where it has found something wrong, 2 where it was
 * asked wrongly.
 */
interface Command {
  run: (words: string[]) => Promise<number> | number;
}

const commands: Record<string, () => Promise<Command>> = {
  validate: () => import('./validate.js'),
  shard: () => import('./shard.js'),
  verify: () => import('./verify.js'),
  facts: () => import('./facts.js'),
  keygen: () => import('./keygen.js'),
  release: () => import('./release.js'),
  sign: () => import('./sign.js'),
};

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

/** @returns the exit code */
export async function main([name = '', ...words]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    console.log(helpOn());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  if (asksForHelp(words)) {
    const [first] = words;
    console.log(helpOn(first !== undefined && `${name} ${first}` in usages ? `${name} ${first}` : name));
    return 0;
  }
  buildOnce();
  const { run } = await command();
  return run(words);
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
