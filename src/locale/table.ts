import type { Message, Messages } from './messages.js';

/** Messages that come without their ids, which would be a quarter of what travels, by these ids in the same order. */
export const tableOf = (ids: readonly string[], messages: readonly Message[]): Messages =>
  Object.fromEntries(ids.map((id, index) => [id, messages[index] as Message]));

/**
 * Languages that are read when a page first speaks them: what a reader does not see takes no memory.
 *
 * @param languages what reads each, by its name
 */
export function readOnDemand(languages: Readonly<Record<string, () => Messages>>): Record<string, Messages> {
  const tables: Record<string, Messages> = {};
  for (const language of Object.keys(languages)) {
    let messages: Messages | undefined;
    const get = () => {
      messages = messages || languages[language]?.();
      return messages;
    };
    Object.defineProperty(tables, language, { enumerable: true, get });
  }
  return tables;
}
