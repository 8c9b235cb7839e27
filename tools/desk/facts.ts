/** `npm run havn -- facts …`: for the editor of the facts. Each of its commands is a module beside this one. */
import { orUsage } from './command.js';

export const usage =
  'facts set ID phone|email|url VALUE | facts diff A B | facts due | facts assure ID --by NAME --on DATE';
export const summary =
  'Change a number or an address; what changed for readers between two versions of the facts; what to check again, and how; that somebody has checked.';

interface FactsCommand {
  usage: string;
  run: (words: string[]) => number;
}

const commands: Record<string, () => Promise<FactsCommand>> = {
  set: () => import('./facts-set.js'),
  diff: () => import('./facts-diff.js'),
  due: () => import('./facts-due.js'),
  assure: () => import('./facts-assure.js'),
};

export async function run([name = '', ...words]: string[]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    for (const load of Object.values(commands)) console.error(`npm run havn -- ${(await load()).usage}`);
    return 2;
  }
  const { usage, run } = await command();
  return orUsage(usage, () => run(words)) ?? 2;
}
