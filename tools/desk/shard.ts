/** `npm run havn -- shard DIR`: static files from which the service finder searches more services than one page can hold. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadDirectory, type Service } from 'havn-widgets/directory';
import { fold } from '../../dist/npm/directory/search/fold.js';
import { format, manifestFile, recordsFile, setFile } from '../../dist/npm/directory/shards/manifest.js';
import { bundledLanguages, country } from '../build/country.js';
import { checkedFile, counted, fromCaller, Misused, mostFindings, readWords, toCaller } from './command.js';
import { plain } from './plain.js';
import { countWords, indexOf, wordsOfService } from './shard/index.js';
import { Broken, recordsOf } from './shard/records.js';
import { usages } from './usage.js';

/** What `readOverlay` takes at once, in bytes. */
const mostInFile = 262_144;

const shortHash = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** Written to a folder that grows beside the one that is served. */
function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** @param text of words with a space between */
const wordsIn = (text: string) => (text ? text.split(' ') : []);

/**
 * The services in files of so many, each file one that `readOverlay` reads by itself.
 * @returns whether each is small enough
 */
function writeRecords(
  services: readonly Service[],
  all: Awaited<ReturnType<typeof recordsOf>>,
  perFile: number,
  language: string,
  writeText: (path: string, text: string) => void,
): boolean {
  for (let start = 0; start < services.length; start += perFile) {
    const some = services.slice(start, start + perFile);
    const asked = new Set(some.flatMap(({ x_contact_through: id = '' }) => all.services.get(id) ?? []));
    for (const service of some) asked.delete(service);
    const runners = new Set();
    for (const { organization_id } of [...some, ...asked]) {
      let one = all.organizations.get(organization_id);
      while (one && !runners.has(one)) {
        runners.add(one);
        one = all.organizations.get(one.parent_organization_id ?? '');
      }
    }
    const text = JSON.stringify({
      x_language: language,
      services: [...some, ...asked],
      organizations: [...runners],
    });
    if (Buffer.byteLength(text) > mostInFile) return false;
    writeText(recordsFile(start / perFile), text);
  }
  return true;
}

/** Which services stand in which set, one bit each. */
function setsOf(services: readonly Service[]) {
  const sets: Map<string, Uint8Array> = new Map();
  const { needs, groups, areas } = loadDirectory();
  const add = (name: string, has: (service: Service) => boolean) => {
    const bits = new Uint8Array(Math.ceil(services.length / 8));
    let count = 0;
    services.forEach((service, place) => {
      if (!has(service)) return;
      bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
      count++;
    });
    if (count) sets.set(name, count === services.length ? new Uint8Array() : bits);
  };
  for (const audience of ['person', 'helper', 'professional'] as const)
    add(`audience-${audience}`, ({ x_audience }) => x_audience.includes(audience));
  for (const { id } of needs) add(`need-${id}`, ({ x_needs = [] }) => x_needs.includes(id));
  for (const { id } of groups) add(`group-${id}`, ({ x_groups }) => !x_groups || x_groups.includes(id));
  for (const { id } of areas)
    add(
      `area-${id}`,
      ({ x_areas }) => !x_areas || x_areas.includes(id) || x_areas.includes(country().whole_country),
    );
  return sets;
}

/** A new folder beside the one that is served, whose place it takes when it is whole. */
function stageFor(out: string) {
  mkdirSync(dirname(out), { recursive: true });
  const stage = mkdtempSync(`${out}.new-`);
  // For the server to read, as any folder: mkdtemp makes it for its owner alone.
  chmodSync(stage, 0o755);
  return stage;
}

async function writeShards(
  all: Awaited<ReturnType<typeof recordsOf>>,
  out: string,
  stage: string,
  language: string,
) {
  const build = join(stage, 'build');
  mkdirSync(build);
  // Those that are found by the same name stand together, in files that come together.
  const services = [...all.services.values()]
    .map(service => ({ key: `${fold(service.name)} ${service.id}`, service }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ service }) => service);

  const whole = createHash('sha256');
  let perFile = 16;
  const writeText = (path: string, text: string) => {
    whole.update(text);
    write(join(build, path), gzipSync(text, { level: 9 }));
  };
  while (!writeRecords(services, all, perFile, language, writeText)) {
    perFile /= 2;
    if (perFile < 1) throw new Broken('a service is too large together with who runs it');
    rmSync(join(build, 'records'), { recursive: true });
  }

  const sets: Record<string, string | true> = {};
  for (const [name, bits] of setsOf(services)) {
    const file = bits.length ? shortHash(bits) : true;
    sets[name] = file;
    if (file !== true) write(join(build, setFile(file)), gzipSync(bits, { level: 9 }));
  }

  // Folding is dear, and the index goes through all words once for each span of the alphabet.
  const kept = services.map(service => {
    const { names, texts } = wordsOfService(service, all.organizations.get(service.organization_id));
    return { names: [...names].join(' '), texts: [...texts].join(' ') };
  });
  function* words() {
    for (const { names, texts } of kept) yield { names: wordsIn(names), texts: wordsIn(texts) };
  }
  const known = countWords(words());
  const files = await indexOf(words, known, join(build, 'index'));

  const common = [...known.common];
  const manifest = { format, services: services.length, perFile, common, words: files, sets };
  const name = whole.update(JSON.stringify(manifest)).digest('hex').slice(0, 12);
  renameSync(build, join(stage, name));
  write(join(stage, manifestFile), `${JSON.stringify({ ...manifest, build: name })}\n`);
  rmSync(out, { recursive: true, force: true });
  renameSync(stage, out);
}

/** The folder that a build beside its manifest names. */
function builtIn(out: string): unknown {
  try {
    const { build } = Object(JSON.parse(readFileSync(checkedFile(join(out, manifestFile)), 'utf8')));
    return /^[\da-f]{12}$/.test(build) ? build : undefined;
  } catch {
    return undefined;
  }
}

/** What is in the way would be lost: only what a build has written may be. */
function checkOut(out: string, folder: string) {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Misused(`${out}: is no folder`);
  const way = relative(realpathSync(out), realpathSync(folder));
  if (!isAbsolute(way) && way.split(sep)[0] !== '..') throw new Misused(`${out}: holds what is read`);
  const names = readdirSync(out);
  const build = names.length ? builtIn(out) : undefined;
  const foreign = names.find(name => build === undefined || (name !== manifestFile && name !== build));
  if (foreign !== undefined)
    throw new Misused(`${out}: is a folder of something else, which would be lost (${foreign})`);
}

/**
 * @returns 0: written, also where single records are left out; 1: nothing written, since nothing is left or the folder cannot be read
 */
export async function run(words: string[]): Promise<number> {
  try {
    const { values, positionals } = readWords(words, usages.shard);
    const [folder] = positionals.map(fromCaller);
    if (!folder) throw new Misused('Which folder?');
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Misused(`${folder}: is no folder`);
    const out = (values.out ? toCaller(values.out) : join(folder, 'shards')).replace(/\/+$/, '');
    checkOut(out, folder);
    const language = String(values.language ?? bundledLanguages()[0]);
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(language))
      throw new Misused(`"${language}" is no language tag, such as nb`);
    let refused = 0;
    const all = recordsOf(folder, loadDirectory(), (place, message) => {
      refused++;
      // The last line counts all of them.
      if (refused <= mostFindings) console.log(`${plain(`${folder}/${place}`)}: ${plain(message)}`);
    });
    if (!all.services.size) throw new Broken(`${folder}: no service is left`);
    const stage = stageFor(out);
    try {
      await writeShards(all, out, stage, language);
    } catch (error) {
      // Nothing half made stays beside what is served.
      rmSync(stage, { recursive: true, force: true });
      throw error;
    }
    const runners = new Set([...all.services.values()].map(({ organization_id }) => organization_id));
    console.log(
      `${out}: ${counted(all.services.size, 'service')} of ${counted(runners.size, 'organisation')}; ${
        refused ? counted(refused, 'fault') : 'nothing is left out'
      }.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    console.error(plain(error.message));
    return 1;
  }
}
