/**
 * Describes the elements to editors and frameworks, from the manifest: completion in VS Code and JetBrains, types for
 * JSX, Vue and Svelte. `tools/build/editors.ts FOLDER` writes the folders editors and types in FOLDER, as the build
 * does.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateJsxTypes } from 'custom-element-jsx-integration';
import { generateSvelteTypes } from 'custom-element-svelte-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { generateVuejsTypes } from 'custom-element-vuejs-integration';

interface Member {
  name: string;
  type?: { text: string } | undefined;
}
interface Manifest {
  modules: { declarations: { tagName?: string; members?: Member[] }[] }[];
}

/** The properties that a template can set, with types that need no import. */
const settable = (members: Member[]) =>
  members
    .filter(({ name }) => name !== 'updateComplete')
    .map(member => ({
      ...member,
      type: member.type && {
        text: member.type.text.replace(
          /\b(?:Directory|ServiceSource)\b/g,
          'import("havn-widgets/directory").$&',
        ),
      },
    }));

/** A copy for each generator: they change what they are given. */
function manifestForTypes(): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  for (const { declarations } of manifest.modules)
    for (const declaration of declarations) declaration.members = settable(declaration.members ?? []);
  return manifest;
}

export function writeEditors(folder: string) {
  const quiet = { hideLogs: true };
  const editors = { ...quiet, outdir: join(folder, 'editors') };
  generateVsCodeCustomElementData(manifestForTypes(), editors);
  generateJetBrainsWebTypes(manifestForTypes(), { ...editors, packageJson: false });
  // Only editors read these: without formatting they are a quarter smaller.
  for (const name of readdirSync(editors.outdir)) {
    const file = join(editors.outdir, name);
    writeFileSync(file, `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n`);
  }
  const types = { ...quiet, outdir: join(folder, 'types') };
  generateJsxTypes(manifestForTypes(), { ...types, fileName: 'jsx.d.ts' });
  generateVuejsTypes(manifestForTypes(), { ...types, fileName: 'vue.d.ts' });
  generateSvelteTypes(manifestForTypes(), { ...types, fileName: 'svelte.d.ts' });
  for (const name of ['jsx', 'vue', 'svelte']) {
    const file = join(folder, `types/${name}.d.ts`);
    // The generators wrap every event type in CustomEvent; the elements dispatch plain events.
    const types = readFileSync(file, 'utf8').replaceAll('CustomEvent<Event>', 'Event');
    // Svelte has no JSX.
    writeFileSync(file, types.replace('JSX.Element', 'unknown').replace('JSX.CSSProperties', 'string'));
  }
}

if (process.argv[1] === import.meta.filename) writeEditors(process.argv[2] ?? 'dist');
