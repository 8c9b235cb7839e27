/**
 * The data of the builder. tools/build/builder-facts.ts reads them from the build and the manifest, so that nothing is
 * written twice; the page loads them as `facts.js`.
 */
export interface Attribute {
  name: string;
  /** `boolean`, `number` or `string` */
  type: string;
  /** of a union; empty if any text is allowed */
  values: string[];
  /** the default */
  preset: string | undefined;
  /** of a number */
  least: number;
  /** of a number */
  most: number | undefined;
  description: string;
}
export interface ElementFacts {
  /** without `havn-` */
  name: string;
  className: string;
  summary: string;
  attributes: Attribute[];
  /** custom properties and their defaults */
  properties: Record<string, string>;
  /** whether there is plain HTML of it */
  hasPlain: boolean;
  /** of its frame, by language */
  titles: Record<string, string>;
}
export interface Fallback extends Call {
  /** the words before the number */
  words: string;
  /** `ltr` or `rtl` */
  direction: string;
  /** what the banner says besides; empty: it does not */
  banner: { title: string; summary: string; danger: string; emergency: Call; draft: string };
}
export interface Call {
  href: string;
  /** as it is shown */
  number: string;
}
/** the same for every choice */
export interface General {
  version: string;
  /** whether it follows newer facts */
  hasFeed: boolean;
  /** of havn.zip, in bytes */
  archiveSize: number;
  /** by file, for all files that a page may load */
  integrity: Record<string, string>;
  elements: ElementFacts[];
  languages: string[];
  /** languages that every script carries */
  bundled: string[];
  /** their ids */
  services: string[];
  /** ids of the services that are for professionals only */
  forProfessionals: string[];
  /** by language */
  fallbacks: Record<string, Fallback>;
  /** by language */
  exits: Record<string, { words: string; href: string }>;
  /** of services, needs, places and professions, by language and by `<attribute>.<id>` */
  names: Record<string, Record<string, string>>;
}
/** the facts for one choice: `title` of its frame; `plain` its plain HTML, empty if the choice needs none */
export type Facts = General & {
  element: ElementFacts;
  fallback: Fallback;
  exit?: { words: string; href: string };
  title: string;
  plain: string;
  styleHash?: string;
};

export function elementOf({ elements }: General, name: string): ElementFacts {
  const found = elements.find(element => element.name === name);
  if (!found) throw new Error(`The manifest has no element "${name}"`);
  return found;
}

export function factsOf(
  general: General,
  { element: name, language }: { element: string; language: string },
  plain: string = '',
): Facts {
  const element = elementOf(general, name);
  const fallback = general.fallbacks[language];
  if (!fallback) throw new Error(`The build has no language "${language}"`);
  return {
    ...general,
    element,
    fallback,
    ...(name === 'quick-exit' && { exit: general.exits[language] }),
    title: element.titles[language] ?? '',
    plain,
  };
}
