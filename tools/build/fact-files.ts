/** The types of the fact files, after their schemas. */
import type { Organization, Service } from '../../src/directory/types.js';
import type { FactFiles, FeedDocument } from '../../src/feed/types.js';
import { type Country, type InCountry, inCountry } from './country.js';
import { readJson } from './read-json.js';

/** An entry of assurances.json: a human has checked a record. */
export interface Assurance {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  /** digest of the record as it was then, see `digestOf` */
  readonly of: string;
}

export interface Review {
  readonly draft: 'machine' | 'human';
  readonly reviewed_by?: string;
  readonly reviewed_on?: string;
}

export type Release = Pick<FeedDocument, 'country' | 'sequence' | 'issued' | 'valid_until'> & {
  readonly facts: string;
};

/** the files by their names in the folder of the country */
interface Files extends FactFiles {
  readonly 'country.json': Country;
  readonly 'release.json': Release;
  /** Organisations may have a date on which somebody checked them; it is not shipped. */
  readonly 'directory/organizations.json': readonly (Organization & { readonly assured_date?: string })[];
  readonly 'locales/review.json': Readonly<Record<string, Review>>;
  readonly 'assurances.json': readonly Assurance[];
}

/** The facts, by file. */
export type Facts = { readonly [Name in keyof Files as InCountry<Name>]: Files[Name] };

export const readFactFile = <Name extends keyof Files>(name: Name) => readJson<Files[Name]>(inCountry(name));

/** Who has translated the facts into a language, and who has reviewed the translation. */
export function reviewOf(language: string): Review {
  const review = readFactFile('locales/review.json')[language];
  if (!review) throw new Error(`locales/review.json does not have ${language}`);
  return review;
}

/** The service marked as the helpline or as the emergency number, with its number. */
export function criticalService(services: readonly Service[], mark: 'x_helpline' | 'x_emergency') {
  const service = services.find(service => service[mark] && service.status === 'active');
  const number = service?.phones?.[0]?.number;
  if (!service || !number) throw new Error(`No active service with a number is marked ${mark}`);
  return { ...service, number };
}
