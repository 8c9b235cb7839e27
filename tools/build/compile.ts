/** Compiles the sources to JavaScript, with the values of the country filled in. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractsOfCountry } from './contracts.js';
import { modules } from './folders.js';
import { inlineCountry } from './inline-country.js';
import { filesIn } from './integrity.js';
import { tsc } from './type-script.js';

export function compile() {
  rmSync(modules, { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', modules], { stdio: 'inherit' });
  const filled = contractsOfCountry();
  for (const name of filesIn(modules)) {
    const file = join(modules, name);
    const code = readFileSync(file, 'utf8');
    const ofCountry = name.startsWith('elements/') ? filled(code) : code;
    const inlined = name.endsWith('.js') ? inlineCountry(ofCountry, file) : ofCountry;
    // Bundlers warn about the `this` with which TypeScript looks for another script's `__decorate`.
    const compiled = inlined.replace('(this && this.__decorate) || ', '');
    if (compiled !== code) writeFileSync(file, compiled);
  }
}
