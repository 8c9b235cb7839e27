/** What the commands share: how they are asked, and how they say that they were asked wrongly. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { country } from '../build/country.js';
import { plainLines } from './plain.js';

/** A line of what is said; the longest that are ours name all that there is. */
const longest = 2000;

/** So many findings are told of one file or folder: a hostile one has millions, which would fill the log. */
export const mostFindings = 1000;

/**
 * A command was asked for what it cannot do: `havn.ts` says so, and how to ask. The message is for the person at the desk,
 * line by line, and what it quotes may be a stranger's.
 */
export class Misused extends Error {
  constructor(message: string) {
    super(plainLines(message, longest));
  }
}

/** The words of a command, as its usage says. */
export function readWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  { options, most = Number.POSITIVE_INFINITY }: { options: Options; most?: number },
) {
  try {
    const read = parseArgs({ args: words, options, allowPositionals: true });
    const tooMuch = read.positionals.slice(most);
    if (tooMuch.length) throw new Error(`Nothing more is asked: "${tooMuch.join(' ')}" is too much.`);
    return read;
  } catch (error) {
    throw new Misused((error as Error).message);
  }
}

/**
 * Where a file or folder is to be written that somebody has named: npm runs a command in the folder of the package, and
 * they may stand in another.
 */
export function toCaller(path: string) {
  const there = resolve(process.env.INIT_CWD ?? '.', path);
  return there === resolve(path) ? path : there;
}

/** Where one that is read lies: that of the package, where there is none in their own folder. */
export function fromCaller(path: string) {
  const there = toCaller(path);
  return existsSync(path) && !existsSync(there) ? path : there;
}

/** A file that is given, before it is read: a device or a pipe, also behind a link, may never end. */
export function checkedFile(file: string, most: number = 256_000_000) {
  const stats = statSync(file);
  if (!stats.isFile()) throw new Error('is no file');
  if (stats.size > most) throw new Error(`is larger than ${most / 1_000_000} MB`);
  return file;
}

export const counted = (count: number, one: string, several: string = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

/** The day in the country, YYYY-MM-DD. */
export const dayHere = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: country().clock.zone }).format(new Date());

/** A day of the calendar; what is none is refused. */
export function readDay(day: string) {
  const date = new Date(`${day}T00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(+date) || date.toISOString().slice(0, 10) !== day)
    throw new Misused(`"${day}" is no day: write it as 2026-11-25`);
  return day;
}
