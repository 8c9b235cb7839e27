/** Reads the code in docs/embedding.md, so that the tests run the documented code. */
import { readFileSync } from 'node:fs';

const docs = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');

/** @param name of the marker before a code block */
export function documented(name: string): string {
  const [, code] =
    new RegExp(`<!-- snippet: ${name} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)\\n\`\`\``).exec(docs) ?? [];
  if (!code) throw new Error(`docs/embedding.md has no snippet "${name}"`);
  return code;
}
