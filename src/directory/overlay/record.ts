/** A record as a host page gives it, before it is known to be sound: its types, and how to read its fields. */
import { dialable } from '../../safety/links.js';
import { plainText } from '../../safety/text.js';
import type { Phone } from '../types.js';
import { withLinesEnded } from './sentences.js';

/** A JSON object with any fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** The records that a host page may have. */
export type Kind = 'service' | 'organization';

/** Says what is wrong at a place, given by its JSON pointer. */
export type Refuse = (pointer: string, message: string) => void;

/** Refuses what is at a place, if it has a fault. */
export type Check = (at: string, fault: string | undefined) => void;

/** What may pause with `yield`, so that the page can respond to input meanwhile. */
export type Steps<Result = void> = Generator<undefined, Result>;

const hasOwn = Object.prototype.hasOwnProperty;

export const has = (record: object, field: string): boolean => hasOwn.call(record, field);

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON pointer to a key of what is at a pointer. */
export const step = (pointer: string, key: string | number) =>
  `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** The fields with texts, which may be translated. */
export const textFields: Readonly<Record<Kind, readonly string[]>> = {
  service: [
    'name',
    'alternate_name',
    'description',
    'eligibility_description',
    'application_process',
    'alert',
  ],
  organization: ['description'],
};

/** Those of them that are names. */
export const nameFields = ['name', 'alternate_name'];

/** Goes through the texts of a record, in its own language and in translations, each with its JSON pointer. */
export function forTexts(
  record: Fields,
  pointer: string,
  fields: readonly string[],
  check: (text: string, at: string) => void,
): void {
  const checkAll = (texts: Fields, at: string) => {
    for (const field of fields) if (has(texts, field)) check(String(texts[field]), `${at}/${field}`);
  };
  checkAll(record, pointer);
  const translations = (record.x_translations ?? {}) as Readonly<Record<string, Fields>>;
  for (const tag of Object.keys(translations))
    checkAll(translations[tag] ?? {}, step(`${pointer}/x_translations`, tag));
}

/** A text in one line, as it is shown. */
export const textIn = (value: unknown): string => plainText(value as string).trim();

/** The same for a text that may have several lines: a sentence ends with its line. */
export const textOf = (value: unknown): string => textIn(withLinesEnded(value as string));

export const phonesOf = ({ phones }: Fields) => (phones ?? []) as readonly Phone[];

/** Whether a number can be dialled, rather than only shown as text. */
export const isDialable = ({ number }: Phone) => dialable(number) !== null;

export const sourceOf = ({ x_source }: Fields): Fields => (x_source ?? {}) as Fields;
