/*
 * What only the build knows: in a script this module says it (tools/build/known-at-build.ts), here it says nothing.
 */
import type { Bundled } from '../feed/types.js';

/** By this a script knows the language files and the chunks that fit it. */
export const build: string = '';
/** Languages that every script carries. */
export const bundled: readonly string[] = [];
/** The hash of each language file, by its language. */
export const languages: Readonly<Record<string, string>> = {};
/** The hash of each chunk that the script may load, by its name. */
export const chunks: Readonly<Record<string, string>> = {};
/** Whether one of them follows newer facts. */
export const hasFeed: boolean = false;
/** Ids of services whose numbers are for professionals alone. */
export const forProfessionals: readonly string[] = [];
/** What newer facts are measured by. */
export const feed: Bundled = {
  country: '',
  sequence: 0,
  issued: '',
  emergency: '',
  keys: [],
  languages: {},
  validate: () => false,
};
