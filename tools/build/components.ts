/** The code of others inside dist/: its bill of materials (CycloneDX), and its licences in full. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'rollup';
import { readJson } from './read-json.js';

/** An npm package. */
interface Component {
  name: string;
  version: string;
  description: string;
  /** an SPDX identifier */
  license: string;
  /** the text of its licence */
  text: string;
  /** SHA-512 of the package from npm, in hexadecimal digits */
  hash: string;
  /** names of the packages that it needs */
  dependencies: string[];
}

interface Package {
  name: string;
  version: string;
  description: string;
  license?: string;
  dependencies?: Record<string, string>;
}
interface Lock {
  packages: Record<string, { integrity?: string } | undefined>;
}

/** The folder of the package that contains a file. */
const folderOf = (file: string) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];

function componentOf(folder: string, lock: Lock): Component {
  const {
    name,
    version,
    description,
    license,
    dependencies = {},
  } = readJson<Package>(join(folder, 'package.json'));
  const file = readdirSync(folder).find(file => /^licen[cs]e(?:\.|$)/i.test(file));
  if (!license || !file)
    throw new Error(`${name} is inside what we ship, and does not say under which licence`);
  const place = relative(realpathSync('node_modules'), realpathSync(folder)).split(sep).join('/');
  const [, hash] = /^sha512-(\S+)$/.exec(lock.packages[`node_modules/${place}`]?.integrity ?? '') ?? [];
  if (!hash) throw new Error(`${name} is inside what we ship, and package-lock.json has no SHA-512 of it`);
  return {
    name,
    version,
    description,
    license,
    text: readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim(),
    hash: Buffer.from(hash, 'base64').toString('hex'),
    dependencies: Object.keys(dependencies),
  };
}

/** All source files, ours and others', whose code this build ships. */
export const inside: Set<string> = new Set();

/** Adds the source files of a script to `inside`. */
export const noteComponents = (): Plugin => ({
  name: 'note-components',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        for (const id of Object.keys(file.modules))
          for (const path of [id, ...(this.getModuleInfo(id)?.meta.inside ?? [])]) inside.add(path);
  },
});

/** The packages of some files, sorted by name. Our own files belong to none. */
export function componentsOf(files: Iterable<string>): Component[] {
  const folders = new Set([...files].flatMap(file => folderOf(file) ?? []));
  const lock = readJson<Lock>('package-lock.json');
  return [...folders]
    .map(folder => componentOf(folder, lock))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const purlOf = ({ name, version }: { name: string; version: string }) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** CycloneDX has a separate field for the scope of a package. */
function identityOf({ name, version }: { name: string; version: string }) {
  const [own, group] = name.split('/').reverse();
  const purl = purlOf({ name, version });
  return { type: 'library', 'bom-ref': purl, ...(group && { group }), name: own, version, purl };
}

/** The bill of materials, without time and serial number: the same sources have to give the same file. */
export function billOfMaterials(components: Component[]) {
  const havn = readJson<Package>('package.json');
  const named = new Map(components.map(component => [component.name, purlOf(component)]));
  const refsOf = (names: string[]) => names.flatMap(name => named.get(name) ?? []).sort();
  const needed = new Set(components.flatMap(({ dependencies }) => dependencies));
  const direct = components
    .map(({ name }) => name)
    .filter(name => name in (havn.dependencies ?? {}) || !needed.has(name));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        ...identityOf(havn),
        description: havn.description,
        licenses: [{ expression: havn.license }],
      },
    },
    components: components.map(component => ({
      ...identityOf(component),
      description: component.description,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: component.hash }],
      licenses: [{ license: { id: component.license } }],
    })),
    dependencies: [
      { ref: purlOf(havn), dependsOn: refsOf(direct) },
      ...components.map(component => ({
        ref: purlOf(component),
        dependsOn: refsOf(component.dependencies),
      })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** The licences in full, each once, with the packages under it. */
export function licencesOf(components: Component[]) {
  const texts: Map<string, string[]> = new Map();
  for (const { name, version, license, text } of components)
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  const parts = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return [
    'Havn itself: see LICENSE. Inside its scripts and modules is the work of others, under these licences.\n',
    ...parts,
  ].join(`\n${'='.repeat(80)}\n\n`);
}
