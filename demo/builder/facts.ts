/**
 * What the builder knows. tools/build/builder-facts.ts reads it from the build and the manifest, so that nothing of it is written
 * here a second time; the page has it as `facts.js` beside it.
 */
export interface Attribute {
  name: string;
  /** `boolean`, `number` or `string` */
  type: string;
  /** of a union; none where any text may stand there */
  values: string[];
  /** what it is where nothing is said */
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
  /** whether it is there as plain HTML */
  hasPlain: boolean;
  /** of its frame, by language */
  titles: Record<string, string>;
}
export interface Fallback {
  /** before the number */
  words: string;
  href: string;
  /** as it is shown */
  number: string;
  /** `ltr` or `rtl` */
  direction: string;
}
/** what holds for every choice */
export interface General {
  version: string;
  /** whether it follows newer facts */
  hasFeed: boolean;
  /** of havn.zip, in bytes */
  archiveSize: number;
  /** by file, of those that a page may name */
  integrity: Record<string, string>;
  elements: ElementFacts[];
  languages: string[];
  /** languages that every script carries */
  bundled: string[];
  /** their ids */
  services: string[];
  /** ids of those that are for no person */
  forProfessionals: string[];
  /** by language */
  fallbacks: Record<string, Fallback>;
  /** by language */
  exits: Record<string, { words: string; href: string }>;
  /** of services, needs, places and professions, by language and by `<attribute>.<id>` */
  names: Record<string, Record<string, string>>;
}
/** what holds for one choice: `title` of its frame; `plain` its plain HTML, empty where the choice needs none */
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
