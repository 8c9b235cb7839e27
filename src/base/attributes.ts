import { plainText, webAddress } from '../safety/index.js';
import { exit } from './generated/country.js';

/**
 * How an attribute is read. Attributes are the state: a getter answers the default for anything it cannot read, so
 * that no value of a host's can throw or blank a widget.
 */
export interface AttributeType<T> {
  readonly fallback: T;
  /** What may stand there, for the warning. */
  readonly allowed: string;
  /** `undefined`: not a value of this attribute. */
  parse(text: string): T | undefined;
}

// Only A to Z: a Turkish capital I with a dot is another letter, and toLowerCase() would make two of it.
const asciiLowerCase = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase());

/** One word of a list, as HTML reads enumerated attributes: case and white space around do not matter. */
export function oneOf<T extends string, F extends T | ''>(
  words: readonly T[],
  fallback: F,
): AttributeType<T | F> {
  return {
    fallback,
    allowed: words.join(', '),
    parse: text => words.find(word => word === asciiLowerCase(text.trim())),
  };
}

/** Present is true, whatever the value. */
export const flag: AttributeType<boolean> = { fallback: false, allowed: '', parse: () => true };

/** A whole number in ASCII digits. */
export function wholeNumber(least: number, most: number, fallback: number): AttributeType<number> {
  return {
    fallback,
    allowed: `${least} to ${most}`,
    parse: text => (/^\d{1,6}$/.test(text.trim()) && +text >= least && +text <= most ? +text : undefined),
  };
}

/** A page on the web: the same site is no way out. */
function pageAddress(fallback: string): AttributeType<string> {
  return {
    fallback,
    allowed: 'absolute http(s) URLs',
    parse: text => webAddress(text) || undefined,
  };
}

/** Where data of the page are: a path of its own, or an address. */
export const dataAddress: AttributeType<string> = {
  fallback: '',
  allowed: 'a path, absolute http(s) URLs',
  parse: text =>
    webAddress(text) ||
    (/^ *(?!\/\/|[^/?#]*:)[^\s\\]+ *$/.test(text) && plainText(text) === text ? text.trim() : undefined),
};

/** Where a way out leads: by itself to a page of the country which nobody wonders about. */
export const exitAddress: AttributeType<string> = pageAddress(exit);

/** What an attribute says; `undefined` if it is there and cannot be read. */
function read<T>(element: Element, name: string, type: AttributeType<T>): T | undefined {
  const text = element.getAttribute(name);
  if (text === null) return type.fallback;
  if ((type as unknown) === flag) return type.parse(text);
  return text.trim() ? type.parse(text) : type.fallback;
}

/** Whether an attribute holds something that its type cannot read. */
export function isUnreadable(element: Element, name: string, type: AttributeType<unknown>): boolean {
  return read(element, name, type) === undefined;
}

/** The attribute that a field mirrors: `exit-href` for `exitHref`. */
export const attributeName = (property: string): string =>
  property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Makes fields of an element the mirrors of their attributes. */
export function mirrorAttributes(
  prototype: Element,
  types: Readonly<Record<string, AttributeType<unknown>>>,
): void {
  for (const [property, type] of Object.entries(types)) {
    const name = attributeName(property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return read(this, name, type) ?? type.fallback;
      },
      set(this: Element, value: unknown) {
        // Frameworks set properties to anything: Symbols and objects without a prototype included.
        let text: string | null = null;
        try {
          if (value !== null && value !== undefined && value !== false)
            text = value === true ? '' : String(value);
        } catch {
          // No text, no attribute.
        }
        if (text === null) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
    });
  }
}
