/** `npm run havn -- facts …`: for the editor of the facts. Each of its commands is a module beside this one. */
import { orUsage } from './command.js';
import { usages } from './usage.js';

interface FactsCommand {
  run: (words: string[]) => number;
}

const commands = {
  set: () => import('./facts-set.js'),
  diff: () => import('./facts-diff.js'),
  due: () => import('./facts-due.js'),
  assure: () => import('./facts-assure.js'),
} satisfies Record<string, () => Promise<FactsCommand>>;

type Name = keyof typeof commands;
const isName = (name: string): name is Name => Object.hasOwn(commands, name);

export async function run([name = '', ...words]: string[]) {
  if (!isName(name)) {
    for (const name of Object.keys(commands) as Name[])
      console.error(`npm run havn -- ${usages[`facts ${name}`].usage}`);
    return 2;
  }
  const { run } = await commands[name]();
  return orUsage(usages[`facts ${name}`], () => run(words)) ?? 2;
}
