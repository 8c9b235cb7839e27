import type { ReactiveElement } from 'lit';
import { plainText, webAddress } from '../safety/index.js';
import { exit } from './generated/country.js';
import { warn } from './warn.js';

/**
 * How an attribute is parsed. Attributes hold the state. A getter returns the fallback for any value that it cannot
 * parse, so that no value from the host page can throw or leave a widget blank.
 */
export interface AttributeType<T> {
  readonly fallback: T;
  /** The allowed values, for the warning on the console. */
  readonly allowed: string;
  /** Returns `undefined` if the text is not a valid value of this attribute. */
  parse(text: string): T | undefined;
}

// Only A to Z: toLowerCase() would turn the Turkish capital I with a dot into two characters.
const asciiLowerCase = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase());

/** One word from a list. Case and surrounding white space do not matter, as in HTML. */
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

/** True if the attribute is present, whatever its value. */
export const flag: AttributeType<boolean> = { fallback: false, allowed: '', parse: () => true };

/** A whole number in ASCII digits. */
export function wholeNumber(least: number, most: number, fallback: number): AttributeType<number> {
  return {
    fallback,
    allowed: `${least} to ${most}`,
    parse: text => (/^\d{1,6}$/.test(text.trim()) && +text >= least && +text <= most ? +text : undefined),
  };
}

/** Where the page's own data is: a relative path or an absolute web address. */
export const dataAddress: AttributeType<string> = {
  fallback: '',
  allowed: 'a path, absolute http(s) URLs',
  parse: text =>
    webAddress(text) ||
    (/^ *(?!\/\/|[^/?#]*:)[^\s\\]+ *$/.test(text) && plainText(text) === text ? text.trim() : undefined),
};

/**
 * Where the exit link leads. The default is a page of the country that raises no suspicion. Relative addresses are
 * refused: they lead to the same site, which is no way out. So is the address of this page.
 */
export const exitAddress: AttributeType<string> = {
  fallback: exit,
  allowed: 'absolute http(s) URLs of another page',
  parse: text => {
    const address = webAddress(text);
    return address && address.split('#')[0] !== location.href.split('#')[0] ? address : undefined;
  },
};

/** The value of an attribute; `undefined` if it is present but cannot be parsed. */
function read<T>(element: Element, name: string, type: AttributeType<T>): T | undefined {
  const text = element.getAttribute(name);
  if (text === null) return type.fallback;
  if ((type as unknown) === flag) return type.parse(text);
  return text.trim() ? type.parse(text) : type.fallback;
}

/** The attribute that a field mirrors: `exit-href` for `exitHref`. */
export const attributeName = (property: string): string =>
  property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** An element class with its attribute types by property. */
type WithAttributes = typeof ReactiveElement & {
  attributeTypes: Readonly<Record<string, AttributeType<unknown>>>;
};

/** The property that mirrors an attribute which has changed. Warns if its value cannot be parsed. */
export function propertyOf(element: ReactiveElement, name: string): string | undefined {
  const { attributeTypes } = element.constructor as WithAttributes;
  const property = Object.keys(attributeTypes).find(property => attributeName(property) === name);
  const type = property && attributeTypes[property];
  // The warning does not repeat the value, which may be markup, or very long.
  if (type && read(element, name, type) === undefined)
    warn(element.localName, `ignores its "${name}". Allowed: ${type.allowed}.`);
  return property;
}

/**
 * Decorates a property that mirrors an attribute: `@attribute(oneOf(['bar', 'card'], 'bar')) layout!: 'bar' | 'card'`.
 * Reading it never throws and never gives what its type cannot parse; setting it sets the attribute.
 */
export function attribute<T>(type: AttributeType<T>) {
  return (prototype: ReactiveElement, property: string): void => {
    const name = attributeName(property);
    const element = prototype.constructor as WithAttributes;
    element.attributeTypes = { ...element.attributeTypes, [property]: type };
    element.createProperty(property, { attribute: name, noAccessor: true });
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return read(this, name, type) ?? type.fallback;
      },
      set(this: Element, value: unknown) {
        // Frameworks may set a property to anything, even to a symbol or to an object without a prototype.
        let text: string | null = null;
        try {
          if (value !== null && value !== undefined && value !== false)
            text = value === true ? '' : String(value);
        } catch {
          // A value that cannot be a string removes the attribute.
        }
        if (text === null) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
    });
  };
}
