/** Builds dist/, byte for byte the same every time, and builder/ from it. */
import { renameSync, rmSync } from 'node:fs';
import { writeBuilder } from './builder.js';
import { compile } from './compile.js';
import { billOfMaterials, componentsOf, inside, licencesOf } from './components.js';
import { isOwn } from './country.js';
import { writeFeed, writeLanguageFiles, writeOpenData } from './data.js';
import { writeElementLists } from './element-lists.js';
import { generateFacts } from './facts.js';
import { modules, stage, write } from './folders.js';
import { writeHtml, writeStyles } from './html.js';
import { integrityOf } from './integrity.js';
import { made } from './made.js';
import { buildMessages } from './messages.js';
import { writePackage } from './package.js';
import { leaveOutHiddenTypes } from './package-modules.js';
import { writeScripts } from './scripts.js';
import { runTool } from './type-script.js';

async function build() {
  const data = generateFacts();
  buildMessages();
  writeElementLists();
  compile();

  // First, since the scripts contain the hashes of the language files.
  await writeLanguageFiles();
  await writeScripts(stage);

  await writePackage();
  await writeHtml(data);
  await writeStyles();
  writeFeed(data);
  await writeOpenData(data);
  describeForEditors();
  leaveOutHiddenTypes(stage);

  const components = componentsOf(inside);
  write('sbom.cdx.json', billOfMaterials(components));
  write('licenses.txt', licencesOf(components));
  write('integrity.json', integrityOf(stage));
}

/**
 * Runs in a process of its own: the generators call Prettier, whose thread hangs if NODE_OPTIONS preloads a module, as
 * the check that a build does not depend on the machine does. The generators also print what they write.
 */
function describeForEditors() {
  runTool('tools/build/editors.ts', [stage], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const remove = (...folders: string[]) => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};

remove(stage);
try {
  await build();
} catch (error) {
  // No dist/ is better than an old one that looks new.
  remove('dist', 'builder', modules, stage);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
remove('dist');
renameSync(stage, 'dist');
if (isOwn) await writeBuilder();
console.log(made('dist'));
