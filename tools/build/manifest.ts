/** What custom-elements.json says of the elements, in the order in which a page wants them. */
import { readFileSync } from 'node:fs';

export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  fieldName?: string;
  inheritedFrom?: object;
}
export interface Declaration {
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

export function readDeclarations(): Declaration[] {
  const { modules }: { modules: { declarations: any[] }[] } = JSON.parse(
    readFileSync('custom-elements.json', 'utf8'),
  );
  return modules
    .flatMap(module => module.declarations)
    .filter(({ tagName }) => tagName)
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
        events: events.filter(({ description }: Described) => description),
        cssParts,
        cssProperties,
        properties: members.filter(
          ({ name, description, inheritedFrom }: Described) =>
            description &&
            !inheritedFrom &&
            !attributes.some(({ fieldName }: Described) => fieldName === name),
        ),
      }),
    )
    .sort((one, other) => order(one.tagName) - order(other.tagName));
}

/** The words of `"bar" | "card"`; none where a type is no such list. */
export const valuesOf = (type: string) => [...type.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
