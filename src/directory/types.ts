/**
 * The shapes of the directory: HSDS 3.x names (https://docs.openreferral.org), readable slugs as ids.
 * Fields that HSDS does not have begin with `x_`. Text fields are in one language: see `loadDirectory`.
 */

/** Who is reading. A record is shown only to the audiences that it names. */
export const audiences = ['person', 'helper', 'professional'] as const;
export type Audience = (typeof audiences)[number];

/** Who runs an organisation, as far as the source says so. */
export type OrganizationKind = 'public' | 'ngo' | 'intergovernmental';

/** A host's own texts in other languages, by language tag and field. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where a fact comes from: the id of a document in `sources.json`, and its section; of a host's own, in words. */
export interface Source {
  readonly document: string;
  readonly section: string;
  /** Further sections of the document that it stands in. */
  readonly also?: readonly string[];
  /** Why the record reads as it does where the document contradicts itself or leaves something open. */
  readonly note?: string;
}

/** A document that facts were taken from. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  /** Language of the title and of the section titles. */
  readonly language: string;
  /** Who has published it, where the document says so. */
  readonly publisher?: string;
  /** Where it can be read. */
  readonly url?: string;
  /** The day on which the facts were taken from it, YYYY-MM-DD. */
  readonly captured: string;
  /** The day on which a human last compared the facts with it. Missing: nobody has. */
  readonly assured_date?: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

export interface Phone {
  /** E.164, or a short code of the country. */
  readonly number: string;
  readonly description?: string;
}

/**
 * One rule of opening hours, in wall-clock time of the country.
 * Exactly one of: a weekly rule (`freq`, `byday`, `opens_at`, `closes_at`), `x_always_open`, `x_by_appointment`.
 */
export interface Schedule {
  readonly freq?: string;
  /** Comma-separated, of MO TU WE TH FR SA SU. */
  readonly byday?: string;
  /** HH:MM; opening is included. */
  readonly opens_at?: string;
  /** HH:MM; closing is not included. Before `opens_at`: the next day. */
  readonly closes_at?: string;
  /** First and last day of the rule, YYYY-MM-DD. */
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly interval?: number;
  readonly x_always_open?: boolean;
  readonly x_by_appointment?: boolean;
  /** What holds on public holidays: hours as on other days, or closed. Missing: unknown. */
  readonly x_public_holidays?: 'open' | 'closed';
  readonly x_timezone?: string;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parent_organization_id?: string;
  /** Missing: the source does not say. */
  readonly x_kind?: OrganizationKind;
  readonly x_source: Source;
  /** A host's own: only `readOverlay` says so. */
  readonly x_local?: true;
  /** Language of the texts, where it is not that of the directory. */
  readonly x_language?: string;
  readonly x_translations?: Translations;
}

/** The part of a service that tells how to reach it, and which group alone may. */
export interface ServiceContact {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
  readonly phones?: readonly Phone[];
  /** Ids of `groups` in taxonomies.json. Missing: not limited to a group. */
  readonly x_groups?: readonly string[];
  /** Id of the service to ask, where the source gives this one no contact of its own. */
  readonly x_contact_through?: string;
}

export interface Service extends ServiceContact {
  readonly organization_id: string;
  /** Another name by which it is known. */
  readonly alternate_name?: string;
  readonly description: string;
  readonly status: 'active' | 'inactive';
  /** Missing or empty: the hours are not known. */
  readonly schedules?: readonly Schedule[];
  /** Whom the service is for, in words. */
  readonly eligibility_description?: string;
  /** In years: the youngest and the oldest whom the service is for. */
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  /** Places that are served and are not among the areas of the directory. */
  readonly service_areas?: readonly { readonly name: string }[];
  /** How to get the service, in words. */
  readonly application_process?: string;
  /** A warning that goes with the service, in words. */
  readonly alert?: string;
  /** Day on which a human last checked the record, YYYY-MM-DD. Missing: nobody has. */
  readonly assured_date?: string;
  readonly x_audience: readonly Audience[];
  /** Ids of `needs` in taxonomies.json. */
  readonly x_needs: readonly string[];
  /** Ids of `areas` in taxonomies.json. Missing: the source does not say where. */
  readonly x_areas?: readonly string[];
  /** One line for where there is room for one line only. */
  readonly x_summary?: string;
  /** The national helpline: never hidden, never altered by a host. Only bundled data may say so. */
  readonly x_helpline?: boolean;
  /** An emergency number: never hidden, never altered by a host. Only bundled data may say so. */
  readonly x_emergency?: boolean;
  /** A safe house has no place and no number, in any form. */
  readonly x_safe_house?: boolean;
  /** A host's own that is open at all hours of all days, as the host says. The national ones say so in `schedules`. */
  readonly x_open_day_and_night?: boolean;
  /** A role that the source names without contacts (child welfare, health services, …). */
  readonly x_role?: boolean;
  readonly x_source: Source;
  /** A host's own: only `readOverlay` says so. */
  readonly x_local?: true;
  /** Language of the texts, where it is not that of the directory. */
  readonly x_language?: string;
  /** The day on which the host last went through its services, YYYY-MM-DD. */
  readonly x_updated?: string;
  /** National texts are translated in data/locales. */
  readonly x_translations?: Translations;
}

/** One choice of a filter: HSDS taxonomy_term. */
export interface TaxonomyTerm {
  readonly id: string;
  readonly name: string;
  /** Further words by which readers look for it, separated by spaces. */
  readonly x_keywords?: string;
}

export interface Directory {
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  readonly needs: readonly TaxonomyTerm[];
  readonly groups: readonly TaxonomyTerm[];
  readonly areas: readonly TaxonomyTerm[];
  /** What people type in its language, by what they mean: `search` reads what is typed by it. Only `loadDirectory` knows it. */
  readonly x_lexicon?: string;
}

/** Whether a service is open. It is never guessed: what is not certain is `unknown`. */
export type OpenState = 'open' | 'closed' | 'unknown' | 'appointment';

/** What is wrong in a host's own services. */
export interface OverlayError {
  /** JSON pointer to the place (RFC 6901); empty for the whole document. */
  readonly pointer: string;
  /** What is wrong there and what may stand there, in English. */
  readonly message: string;
}

/** What a host adds to a directory, after `readOverlay` has read it. */
export interface Overlay {
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  /** Ids of national services that are of no use on the host's pages. */
  readonly hidden: readonly string[];
  readonly errors: readonly OverlayError[];
  /** How many services were left out. */
  readonly refused: number;
  /** The day on which the host last went through them, YYYY-MM-DD. */
  readonly updated?: string;
  /** Language of the texts. */
  readonly language: string;
}
