/** What pages are held against, which read-reference.js reads. Without that module, whose imports take their time. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { country } from '../../build/country.js';
import type { Organization } from './read-reference.js';

export type { Organization };

const root = join(import.meta.dirname, '../../..');

export type Reference = ReturnType<typeof import('./read-reference.js').readReference>;

/** How pages are looked at. */
export interface Settings {
  reference: Reference;
  /** what the fetching half says it is */
  agent: string;
  today: Date;
  /** how long an element may take until it shows, in milliseconds */
  patience: number;
  /** how long a page may take in all, in milliseconds */
  most: number;
  isWithoutSandbox: boolean;
}

/** The languages that every script has. */
export const bundledLanguages = ['en', ...country().languages.bundled];

/** A file of dist/html, where there is one. */
export function pastedHtml(name: string, language: string) {
  const file = join(root, `dist/html/${name}.${language}.html`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The language that Havn shows for a tag; `undefined`: it has none of its own for it, so English. */
export function languageOf(tag: string, languages: readonly string[]) {
  const [, primary = ''] = /^\s*([a-z]+)(?:[-_]|\s*$)/i.exec(tag) ?? [];
  const language = primary.toLowerCase().replace(/^no$/, 'nb');
  return languages.includes(language) ? language : undefined;
}
