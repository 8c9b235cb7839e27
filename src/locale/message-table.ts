import type { Message, Messages } from './messages.js';

/** Messages that come without their ids, which would be a quarter of what travels, by these ids in the same order. */
export const tableOf = (ids: readonly string[], messages: readonly Message[]): Messages =>
  Object.fromEntries(ids.map((id, index) => [id, messages[index] as Message]));

/** What completes the messages of a language, by its name, until it has. */
const unread: Record<string, () => void> = {};

/** All messages of a language are there from now on. */
export function complete(language: string): void {
  const read = unread[language];
  delete unread[language];
  read?.();
}

/**
 * Languages that are read when a page first speaks them: what a reader does not see takes no memory. The page of a banner
 * needs the interface and the names of what it calls; the other facts are read when one of them is asked for.
 *
 * @param languages what has the messages of each in their order, by its name
 * @param first the ids of those at the beginning
 * @param critical the places of what is needed beside them, by their ids
 * @param all the ids of all
 */
export function readOnDemand(
  languages: Readonly<Record<string, () => readonly Message[]>>,
  first: readonly string[],
  critical: Readonly<Record<string, number>>,
  all: () => readonly string[],
): Record<string, Messages> {
  const tables: Record<string, Messages> = {};
  for (const language of Object.keys(languages)) {
    let table: Messages | undefined;
    const get = () => {
      if (table) return table;
      const messages = languages[language]?.() || [];
      const ids = Object.keys(critical);
      const begun = {
        ...tableOf(first, messages),
        ...tableOf(
          ids,
          ids.map(id => messages[critical[id] as number] as Message),
        ),
      };
      unread[language] = () => Object.assign(begun, tableOf(all(), messages));
      table = begun;
      return table;
    };
    Object.defineProperty(tables, language, { enumerable: true, get });
  }
  return tables;
}
