import type { CriticalContact } from '../directory/critical.js';
import type {
  Directory,
  Organization,
  Service,
  ServiceContact,
  SourceDocument,
  TaxonomyTerm,
} from '../directory/types.js';
import type {
  EntitlementsDocument,
  PathwayDocument,
  PermitsDocument,
  ReferralDocument,
  ReturnDocument,
} from '../guidance/types.js';
import type { Message } from '../locale/messages.js';

/**
 * The facts as the views read them: the very arrays and objects, so that what is put into them shows. By their place,
 * since names would be bytes in the script that everybody loads.
 */
export type Facts = readonly [
  contacts: readonly ServiceContact[],
  directory: Directory,
  critical: { readonly helpline: CriticalContact; readonly emergency: CriticalContact },
  sources: readonly SourceDocument[],
  entitlements: EntitlementsDocument,
  permits: PermitsDocument,
  referral: ReferralDocument,
  assistedReturn: ReturnDocument,
  pathway: PathwayDocument,
];

/** What the script speaks, just as alive. */
export type Speech = readonly [
  /** The messages of each language that is here. */
  messages: Readonly<Record<string, Record<string, Message | undefined>>>,
  /** Of the languages that some element speaks. Taken away, they are made anew. */
  localizations: Record<string, unknown>,
  renderAnew: () => void,
  /** Languages whose translation nobody has reviewed. */
  notReviewed: readonly string[],
];

/** What the chunk has that follows a feed, and what the script gives it. */
export type FollowFeed = (address: string, facts: Facts, speech: Speech) => void;

/** The facts as they stand in data/, by their files there. */
export interface FactFiles {
  readonly 'sources.json': readonly SourceDocument[];
  readonly 'directory/organizations.json': readonly Organization[];
  readonly 'directory/services.json': readonly Service[];
  readonly 'directory/taxonomies.json': Readonly<
    Record<'needs' | 'groups' | 'areas', readonly TaxonomyTerm[]>
  >;
  readonly 'guidance/entitlements.json': EntitlementsDocument;
  readonly 'guidance/permits.json': PermitsDocument;
  readonly 'guidance/referral.json': ReferralDocument;
  readonly 'guidance/return.json': ReturnDocument;
  readonly 'guidance/pathway.json': PathwayDocument;
  readonly 'locales/review.json': Readonly<Record<string, { readonly reviewed_on?: string }>>;
}

/** What is signed: dist/facts.json. */
export interface FeedDocument {
  /** Of ISO 3166. */
  readonly country: string;
  /** Grows with every release of the facts. */
  readonly sequence: number;
  /** The day of the release, YYYY-MM-DD. */
  readonly issued: string;
  /** The last day on which a page may take these facts up. */
  readonly valid_until: string;
  readonly facts: FactFiles;
  /** The translations of the facts lie beside the document, `facts/<language>.json`: SHA-384 of each, as in `integrity`. */
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** What the chunk carries of the build that it belongs to. */
export interface Bundled {
  readonly country: string;
  readonly sequence: number;
  readonly issued: string;
  /** The number of the emergency services: what is newer has the same. */
  readonly emergency: string;
  /** Public keys, raw, in base64: what one of them has signed is ours. */
  readonly keys: readonly string[];
  /** SHA-384 of the translations of the facts that this build carries, by language. */
  readonly languages: Readonly<Record<string, string>>;
  /** Whether the facts have the shape of schema/; takes out what this version does not know. */
  readonly validate: (facts: unknown) => boolean;
}
