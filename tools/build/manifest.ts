/** Reads the elements from custom-elements.json, sorted with the ones that most pages need first. */
import { readJson } from './read-json.js';

export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  /** for numbers */
  minimum?: number;
  /** for numbers */
  maximum?: number;
  fieldName?: string;
  inheritedFrom?: object;
}
export interface Declaration {
  /** of the class */
  name: string;
  tagName: string;
  summary: string;
  description: string;
  attributes: Described[];
  slots: Described[];
  /** only those with a description: the analyzer also infers events that are not part of the contract */
  events: Described[];
  cssParts: Described[];
  cssProperties: Described[];
  /** those without an attribute */
  properties: Described[];
}

/** The banner first, since every page needs it. */
const first = ['havn-hotline-banner', 'havn-service-finder', 'havn-entitlements-list'];

const order = (tag: string) => first.indexOf(tag) + 1 || Infinity;

/** A declaration as the analyzer writes it: without empty lists. */
type Written = Pick<Declaration, 'summary' | 'description'> &
  Partial<
    Record<'attributes' | 'slots' | 'events' | 'cssParts' | 'cssProperties' | 'members', Described[]>
  > & {
    /** of the class */
    name: string;
    tagName?: string;
  };

/** The elements in the order of the manifest. */
export const writtenDeclarations = () =>
  readJson<{ modules: { declarations?: Written[] }[] }>(
    new URL('../../custom-elements.json', import.meta.url),
  ).modules.flatMap(({ declarations = [] }) =>
    declarations.flatMap(({ tagName, ...declaration }) => (tagName ? { ...declaration, tagName } : [])),
  );

export const readDeclarations = (): Declaration[] =>
  writtenDeclarations()
    .map(
      ({
        attributes = [],
        slots = [],
        events = [],
        cssParts = [],
        cssProperties = [],
        members = [],
        ...rest
      }) => ({
        ...rest,
        attributes,
        slots,
        events: events.filter(({ description }) => description),
        cssParts,
        cssProperties,
        properties: members.filter(
          ({ name, description, inheritedFrom }) =>
            description && !inheritedFrom && !attributes.some(({ fieldName }) => fieldName === name),
        ),
      }),
    )
    .sort((one, other) => order(one.tagName) - order(other.tagName));

/** The values of a type such as `"bar" | "card"`; empty for other types. */
export const valuesOf = (type: string) => [...type.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value);
