/** The facts as they stand, or stood, in one version: a git revision, or a folder that holds the country's. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { folder } from '../build/country.js';
import type { Facts } from '../build/fact-files.js';
import { unitsOf } from '../build/messages.js';
import { factFiles } from '../build/read-facts.js';
import { checkedFile, Misused } from './command.js';
import { told } from './plain.js';

/** The working copy. */
export const here = '.';

export interface Version {
  /** `.`, that of a folder, or the short hash of a commit */
  name: string;
  /** by file; a file that the version does not have is missing */
  data: Partial<Facts>;
  /** where the way out leads, and the texts of the country by their ids */
  country?: Record<string, string>;
  /** the XLIFF files by language */
  translations: Map<string, string>;
}

const git = (words: string[]) =>
  execFileSync('git', words, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });

/** @returns files: by their names in the folder of the country */
function placeOf(name: string): { name: string; files: string[]; read: (file: string) => string } {
  // It may be named by its absolute path. Outside of this folder, no other one has it.
  const country = relative('', folder);
  const place = join(name, country);
  if (existsSync(place) && (name === here || !country.startsWith('..'))) {
    // The way to a folder on somebody's machine is nobody else's business.
    return {
      name: name === here ? here : basename(resolve(name)),
      files: readdirSync(place, { recursive: true }).map(String),
      read: file => {
        try {
          return readFileSync(checkedFile(join(place, file)), 'utf8');
        } catch (error) {
          throw new Misused(`${file}: ${(error as Error).message}`);
        }
      },
    };
  }
  try {
    // A name that begins with a hyphen would be an option.
    const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).trim();
    const files = git(['ls-tree', '-r', '--name-only', commit, `${country}/`])
      .trim()
      .split('\n')
      .map(file => file.slice(country.length + 1));
    return {
      name: git(['rev-parse', '--short', commit]).trim(),
      files,
      read: file => git(['show', `${commit}:./${country}/${file}`]),
    };
  } catch {
    throw new Misused(`"${name}" is no revision of this repository, and no folder that holds ${folder}/`);
  }
}

export function readVersion(name: string): Version {
  const { name: known, files, read } = placeOf(name);
  // What the parsers say repeats the file, which a stranger may have written.
  const parsed = <Value>(file: string, kind: string, parse: (text: string) => Value): Value => {
    const text = read(file);
    try {
      return parse(text);
    } catch {
      throw new Misused(told`${file} of ${known} is no ${kind}`);
    }
  };
  const { exit, messages }: { exit?: string; messages?: Record<string, string> } = files.includes(
    'country.json',
  )
    ? Object(parsed('country.json', 'JSON', JSON.parse))
    : {};
  return {
    name: known,
    data: Object.fromEntries(
      factFiles.flatMap(path => {
        const file = path.slice(folder.length + 1);
        return files.includes(file) ? [[path, parsed(file, 'JSON', JSON.parse)]] : [];
      }),
    ),
    country: { ...(exit && { exit }), ...messages },
    translations: new Map(
      files.flatMap(file => {
        const language = /^locales\/(\w+)\.xlf$/.exec(file)?.[1];
        if (!language) return [];
        const text = parsed(file, 'XLIFF', xml => {
          unitsOf(xml);
          return xml;
        });
        return [[language, text] as const];
      }),
    ),
  };
}
