/** The content of `shards.json`, in a folder that `npm run havn -- shard` has written. */
export interface Manifest {
  /** Version of the file format: files of another version cannot be read. */
  readonly format: typeof format;
  /** The subfolder with all other files: its name changes whenever the services change. */
  readonly build: string;
  /** How many services there are. A service is identified by its place in alphabetical order, from 0. */
  readonly services: number;
  /** How many services are in one file. */
  readonly perFile: number;
  /** Words that are in too many texts to say anything: the index has only the services with them in their names. */
  readonly common: readonly string[];
  /** The files of words in alphabetical order: the letters that each begins with, and its name. */
  readonly words: readonly (readonly [first: string, file: string])[];
  /** By `need-shelter`, `audience-person`, …: the file that lists these services; `true`: all. Missing: none. */
  readonly sets: Readonly<Record<string, string | true>>;
}

export const format = 1;
export const manifestFile = 'shards.json';

/** More would not fit into the memory of a phone. */
const mostServices = 5_000_000;

/** Far above what a folder of `mostServices` has: some hundreds of files of words, and as many common words. */
const mostWords = 20_000;

const isName = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;

/** Reads the answer of a server, which may be anything. Throws if it is not a manifest of this format. */
export function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest | null;
  if (manifest?.format !== format) throw Error('it is of another version of Havn');
  const { build, services, perFile, common, words, sets } = manifest;
  const isWhole =
    isName(build) &&
    isCount(services, mostServices) &&
    isCount(perFile, 1000) &&
    Array.isArray(common) &&
    common.length <= mostWords &&
    common.every(isText) &&
    Array.isArray(words) &&
    words.length <= mostWords &&
    // No name may lead out of the folder.
    words.every(pair => Array.isArray(pair) && isText(pair[0]) && isName(pair[1])) &&
    typeof sets === 'object' &&
    sets !== null &&
    Object.values(sets).every(file => file === true || isName(file));
  if (!isWhole) throw Error('it is no manifest of shards');
  return manifest;
}

/** The path of a file of services, by its number: at most a thousand in a folder, since servers list no more. */
export const recordsFile = (number: number): string => `records/${Math.floor(number / 1000)}/${number}.shard`;
export const setFile = (file: string): string => `sets/${file}.shard`;
/** The name that Pagefind gives the file if it does not know the language. */
export const wordsFile = (file: string): string => `index/unknown_${file}.pf_index`;
