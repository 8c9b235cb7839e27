import type { Messages } from './messages.js';

/** Messages by id, from both in the same order. They are sent without ids, which would be a quarter of the bytes. */
export const tableOf = (ids: readonly string[], messages: readonly string[]): Messages =>
  Object.fromEntries(ids.map((id, index) => [id, messages[index] as string]));

/** Functions that read the remaining messages of a language, by language. Each is removed when it is called. */
const unread: Record<string, () => void> = {};

/** Reads the messages of a language that have not been read yet. */
export function complete(language: string): void {
  const read = unread[language];
  delete unread[language];
  read?.();
}

/**
 * Languages that are read when a page first uses them: what a reader does not see takes no memory. A page with a banner
 * needs the texts of the interface and the names of the services that it calls; the other facts are read when one of
 * them is first requested.
 *
 * @param languages by language, a function that returns its messages in order
 * @param first the ids of the first messages
 * @param critical by id, the positions of the other messages that are needed at once
 * @param all returns the ids of all messages
 */
export function readOnDemand(
  languages: Readonly<Record<string, () => readonly string[]>>,
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
          ids.map(id => messages[critical[id] as number] as string),
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
