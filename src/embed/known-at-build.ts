/*
 * Values that only the build knows. In a built script they are filled in (tools/build/known-at-build.ts); here they are
 * empty.
 */
import type { Bundled } from '../feed/types.js';

/** A script accepts only language files and chunks with the same value. */
export const build: string = '';
/** Languages that every script carries. */
export const bundled: readonly string[] = [];
/** The hash of each language file, by its language. */
export const languages: Readonly<Record<string, string>> = {};
/** The hash of each chunk that the script may load, by its name. */
export const chunks: Readonly<Record<string, string>> = {};
/** Whether one of these chunks follows newer facts. */
export const hasFeed: boolean = false;
/** Ids of services whose numbers are for professionals alone. */
export const forProfessionals: readonly string[] = [];
/** What newer facts are checked against. */
export const feed: Bundled = {
  country: '',
  sequence: 0,
  issued: '',
  emergency: '',
  keys: [],
  languages: {},
  validate: () => false,
};
