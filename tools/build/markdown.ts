/** Pages of Markdown, and what is generated in them. */
import { execFileSync } from 'node:child_process';

/**
 * A table of Markdown.
 * @param rows as many cells each as the head has
 */
export const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/**
 * As Biome would leave it.
 * @param text of it
 */
export const formatted = (file: string, text: string) =>
  execFileSync('node_modules/.bin/biome', ['format', `--stdin-file-path=${file}`], {
    input: text,
    encoding: 'utf8',
  });

/**
 * A page with what stands between its markers (`<!-- generated: NAME -->`) made anew.
 * @param text of it
 * @param parts by their names; the page has them all, and no other
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
