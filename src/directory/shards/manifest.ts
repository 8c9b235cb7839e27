/** What stands in the file `shards.json` of a folder that `npm run havn -- shard` has written. */
export interface Manifest {
  /** Of the files: what is in another one cannot be read. */
  readonly format: typeof format;
  /** The folder with all other files: another one for every change in the services. */
  readonly build: string;
  /** How many services there are: they go by their place in alphabetical order, from 0. */
  readonly services: number;
  /** So many of them stand in one file. */
  readonly perFile: number;
  /** Words that so many services have in their texts that they say nothing: they are to be had from the names alone. */
  readonly common: readonly string[];
  /** The files of words in alphabetical order: with which letters each begins, and its name. */
  readonly words: readonly (readonly [first: string, file: string])[];
  /** By `need-shelter`, `audience-person`, …: the file that tells which services these are; `true`: all. Missing: none. */
  readonly sets: Readonly<Record<string, string | true>>;
}

export const format = 1;
export const manifestFile = 'shards.json';

/** More would not fit into the memory of a telephone. */
const mostServices = 5_000_000;

/** A folder of that many services has some hundreds of files of words, and as many common words. */
const mostWords = 20_000;

const isName = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;

/** Reads what a server answers, which may be anything. Throws where it is no manifest of this format. */
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

/** Where the services of a file are, by its number: a folder of a thousand is as many as servers list. */
export const recordsFile = (number: number): string => `records/${Math.floor(number / 1000)}/${number}.shard`;
export const setFile = (file: string): string => `sets/${file}.shard`;
/** As Pagefind names it where it is not told the language. */
export const wordsFile = (file: string): string => `index/unknown_${file}.pf_index`;
