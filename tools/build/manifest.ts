/** What custom-elements.json says of the elements, in the order in which a page wants them. */
import { readJson } from './read-json.js';

export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  /** of a number */
  minimum?: number;
  /** of a number */
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
  /** those that carry a description: what the analyzer infers is no event of its own */
  events: Described[];
  cssParts: Described[];
  cssProperties: Described[];
  /** that have no attribute */
  properties: Described[];
}

/** The banner first: it is what every page wants. */
const first = ['havn-hotline-banner', 'havn-service-finder', 'havn-entitlements-list'];

const order = (tag: string) => first.indexOf(tag) + 1 || Infinity;

/** A declaration as the analyzer writes it: a list that would be empty is left out. */
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

/** The words of `"bar" | "card"`; none where a type is no such list. */
export const valuesOf = (type: string) => [...type.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value);
