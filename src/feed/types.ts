import type { critical } from '../directory/critical.js';
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

/** The facts that the views read: newer facts are put into these very arrays and objects. */
export interface Facts {
  readonly contacts: readonly ServiceContact[];
  readonly directory: Directory;
  readonly critical: typeof critical;
  readonly sources: readonly SourceDocument[];
  readonly entitlements: EntitlementsDocument;
  readonly permits: PermitsDocument;
  readonly referral: ReferralDocument;
  readonly assistedReturn: ReturnDocument;
  readonly pathway: PathwayDocument;
}

/** The texts that the script shows; like the facts, newer ones are put into these very objects. */
export interface Texts {
  /** The messages of each loaded language, by id. */
  readonly messages: Readonly<Record<string, Record<string, string | undefined>>>;
  /** The localizations that elements use, by language. One that is deleted is created again. */
  readonly localizations: Record<string, unknown>;
  readonly renderAnew: () => void;
  /** Languages whose translation nobody has reviewed. */
  readonly notReviewed: string[];
}

/** The function in the chunk that follows a feed. */
export type FollowFeed = (address: string, facts: Facts, texts: Texts) => void;

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
  /** Code of ISO 3166. */
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
  /** The number of the emergency services: newer facts must have the same. */
  readonly emergency: string;
  /** Public keys, raw, in base64: what one of them has signed is ours. */
  readonly keys: readonly string[];
  /** SHA-384 of the translations of the facts that this build carries, by language. */
  readonly languages: Readonly<Record<string, string>>;
  /** Whether the facts have the shape of schema/. Removes the fields that this version does not know. */
  readonly validate: (facts: unknown) => boolean;
}
