/** Writes Markdown, and the generated parts of pages. */
import { execFileSync } from 'node:child_process';

/**
 * A table of Markdown.
 * @param rows each with as many cells as the head
 */
export const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** Formats a text as Biome does. */
export const formatted = (file: string, text: string) =>
  execFileSync('node_modules/.bin/biome', ['format', `--stdin-file-path=${file}`], {
    input: text,
    encoding: 'utf8',
  });

/**
 * Regenerates the parts of a page between its markers (`<!-- generated: NAME -->`).
 * @param parts by name; throws unless the page has exactly these parts
 */
export function filledIn(file: string, text: string, parts: Record<string, () => string>) {
  const missing = Object.keys(parts).filter(name => !text.includes(`<!-- generated: ${name} -->`));
  if (missing.length) throw new Error(`${file} has no part for ${missing.join(', ')}`);
  const anew = text.replace(/<!-- generated: (\w+) -->[\s\S]*?<!-- \/generated -->/g, (_, name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`${file}: nothing is generated for "${name}"`);
    return `<!-- generated: ${name} -->\n${part()}\n<!-- /generated -->`;
  });
  return formatted(file, anew);
}

/**
 * @param anew the same with its generated parts anew
 * @returns where it has drifted
 */
export function faultsOfDrift(file: string, text: string, anew: string): string[] {
  if (text === anew) return [];
  const lines = anew.split('\n');
  const at = [...text.split('\n'), undefined].findIndex((line, index) => line !== lines[index]);
  return [`${file}:${at + 1}: has drifted from its sources: npm run generate`];
}
