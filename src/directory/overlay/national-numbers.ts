/** The numbers of the national services, and how they stand in a text. */
import {
  isEmergency,
  readsAsEmergency,
  shortest,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { isCriticalService } from '../critical.js';
import type { Service } from '../types.js';
import { asciiDigits } from './as-seen.js';
import { emergencies } from './numbers-in-words.js';

/** What the numbers of the national services look like in a text. */
export interface NumberRules {
  /**
   * Whether a text contains the number of the helpline, with any characters but letters and digits between the digits.
   */
  holdsHelpline(text: string): boolean;
  /** Whether a text contains the number of the helpline, or a separate number of the emergency services. */
  holdsNumber(text: string): boolean;
  /** Matches, as a group, a number of a national service, and other short numbers. */
  readonly known: RegExp;
  /** The same for the numbers of the emergency services only, and for those and the numbers of the police. */
  readonly urgent: RegExp;
  readonly ofPolice: RegExp;
}

/** The numbers of services, in digits without the calling code. */
export const numbersOf = (services: readonly Service[]): string[] =>
  services.flatMap(({ phones }) =>
    (phones ?? []).map(({ number }) => withoutCallingCode(number.replace(/\D/g, ''))),
  );

/** Numbers that have the same use in all of Europe, and no single service can own: 116 117. */
const socialValue = ['1', '1', '6', '\\d', '\\d', '\\d'];

/** The characters that may be between two digits of one number. */
const gap = '[^\\p{L}\\p{N}]{0,3}';

const isWhole = (number: string): boolean => number.length >= shortest;

/**
 * Matches these numbers, and those of the emergency services.
 *
 * @param others short numbers as lists of digits
 */
function anyNumber(numbers: readonly string[], others: readonly (readonly string[])[] = []): RegExp {
  const spaced = (digits: Iterable<string>) => [...digits].join(gap);
  const short = [...numbers.filter(number => !isWhole(number)), ...others].map(spaced);
  const separate = `(?<!\\d)(?:${[...emergencies, ...short].join('|')})(?!\\d)`;
  return new RegExp(`(${[...numbers.filter(isWhole).map(spaced), separate].join('|')})`, 'u');
}

/** Whether digits without letters between them are an emergency number, or contain the helpline's. */
const holdsCritical = (text: string, helplines: readonly string[]): boolean =>
  asciiDigits(text)
    .split(/\p{L}+/u)
    // As one number, and also each number separately: "24/7 - 112".
    .flatMap(piece => [piece, ...piece.split(/\s*[^\d\s-]+\s*|\s+-\s+|\s+/)])
    .some(piece => {
      const digits = piece.replace(/\D/g, '');
      return (
        isEmergency(digits) || readsAsEmergency(piece) || helplines.some(number => digits.includes(number))
      );
    });

/**
 * @param services the national ones
 * @param ofPolice those of the police, without the emergency number
 */
export function numberRules(services: readonly Service[], ofPolice: readonly Service[]): NumberRules {
  const helplines = numbersOf(services.filter(isCriticalService)).filter(isWhole);
  return {
    holdsHelpline(text) {
      const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
      return helplines.some(number => bare.includes(number));
    },
    holdsNumber: text => /\p{N}|[\u2776-\u2793]/u.test(text) && holdsCritical(text, helplines),
    known: anyNumber(numbersOf(services), [socialValue]),
    urgent: anyNumber([]),
    ofPolice: anyNumber(numbersOf(ofPolice)),
  };
}
