/**
 * Who may import whom, by the rules of .dependency-cruiser.json, and the pictures of it in docs/architecture.md. Writes
 * them; `npm run check` says what breaks a rule, and whether they have drifted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cruise, format, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { faultsOfDrift, filledIn } from '../build/markdown.js';

const page = 'docs/architecture.md';
/** All that has code of ours. */
const places = ['src', 'tools', 'demo', 'wordpress', 'test'];

/** @param folder of the repository, or of another that is to follow its rules */
async function importsIn(folder: string, within: string[]): Promise<ICruiseResult> {
  const options = await extractOptions(resolve('.dependency-cruiser.json'));
  // From a relative folder it finds no packages.
  const { output } = await cruise(within, { ...options, baseDir: resolve(folder) });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** @returns what breaks a rule, a line each: which file imports what, and the comment of the rule */
const faultsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ from, to, rule, cycle }) => {
    const { comment } = summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name) ?? {};
    const way = [from, ...(cycle ? cycle.map(({ name }) => name) : [to])];
    return `${way.join(' imports ')}: ${comment} (${rule.name})`;
  });

/** What breaks a rule in a folder that is laid out as this repository is. */
export const faultsOfImports = async (folder: string, within: string[]) =>
  faultsOf(await importsIn(folder, within));

/** The rooms of a folder, with an arrow from each to those that it imports. */
async function drawn(imports: ICruiseResult, folder: string): Promise<string> {
  const { output } = await format(imports, {
    outputType: 'mermaid',
    includeOnly: `^${folder}/`,
    collapse: `^${folder}/[^/]+`,
  });
  // In the order of the alphabet: not in that in which a file happens to import.
  const lines = String(output).trim().split('\n');
  const isArrow = (line: string) => line.includes('-->');
  const arrows = lines.filter(isArrow).sort();
  const picture = [...lines.filter(line => line && !isArrow(line)), ...arrows.map(arrow => `  ${arrow}`)];
  return `\`\`\`mermaid\n${picture.join('\n')}\n\`\`\``;
}

const filled = async (text: string, imports: ICruiseResult) => {
  const [src, tools] = [await drawn(imports, 'src'), await drawn(imports, 'tools')];
  return filledIn(page, text, { src: () => src, tools: () => tools });
};

export async function faultsOfArchitecture(): Promise<string[]> {
  const imports = await importsIn('.', places);
  const text = readFileSync(page, 'utf8');
  return [...faultsOf(imports), ...faultsOfDrift(page, text, await filled(text, imports))];
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(page, await filled(readFileSync(page, 'utf8'), await importsIn('.', places)));
