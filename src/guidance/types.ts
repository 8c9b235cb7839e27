import type { Source } from '../directory/types.js';

/** A sentence that stands by itself. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** Ids of the services to ask about it. */
  readonly services?: readonly string[];
  readonly x_source: Source;
}

/** One thing that a presumed victim may be entitled to. */
export interface Entitlement {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What has to be met or limits it, as far as the source says. */
  readonly conditions: readonly string[];
  /** Who provides it. Missing: the source does not say. */
  readonly provider?: string;
  /** Ids of the services of the directory that help with it. */
  readonly services: readonly string[];
  readonly x_source: Source;
}

export interface EntitlementsDocument {
  readonly statements: readonly Statement[];
  readonly entitlements: readonly Entitlement[];
}

/** A sentence that several permits and outcomes have: they name it by its id. */
export interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** A permit to stay. What is missing, the source does not say. */
export interface Permit {
  readonly id: string;
  readonly name: string;
  /** Who or what the permit is for, in a few words. */
  readonly gist?: string;
  readonly description: string;
  readonly purpose?: string;
  readonly length?: string;
  readonly renewal?: string;
  readonly conditions: readonly string[];
  /** Ids of sentences: `loadPermits()` adds them to the conditions. */
  readonly conditions_more?: readonly string[];
  /** How and where to apply. */
  readonly application?: string;
  /** Who processes the application. */
  readonly decision?: string;
  /** What it can lead to. */
  readonly outcome?: string;
  /** Ids of the services to ask. */
  readonly services: readonly string[];
  readonly x_source: Source;
}

/** An answer leads to the next question or to an outcome, by its id. */
export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly question?: string;
  readonly outcome?: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly Answer[];
}

/** Where the questions end: what may apply, on which conditions, and whom to ask. Never a right asserted. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Ids of sentences: `loadPermits()` adds them to the description. */
  readonly description_more?: readonly string[];
  readonly conditions: readonly string[];
  /** Ids of sentences: `loadPermits()` adds them to the conditions. */
  readonly conditions_more?: readonly string[];
  /** Ids of the permits that it is about. */
  readonly permits: readonly string[];
  /** Ids of the services to ask; a human behind each. */
  readonly services: readonly string[];
  readonly x_source: Source;
}

export interface PermitsDocument {
  readonly statements: readonly Statement[];
  readonly sentences: readonly Sentence[];
  readonly permits: readonly Permit[];
  /** Id of the first question. */
  readonly first: string;
  readonly questions: readonly Question[];
  readonly outcomes: readonly Outcome[];
}

export const professions = [
  'police',
  'immigration',
  'social-services',
  'child-welfare',
  'health',
  'ngo',
  'other',
] as const;
export type ProfessionId = (typeof professions)[number];

export interface Profession {
  readonly id: ProfessionId;
  readonly name: string;
  readonly description: string;
  /** Ids of the referrals that end at this profession itself. */
  readonly takes: readonly string[];
  readonly x_source: Source;
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Ids of the services that belong to it. */
  readonly services: readonly string[];
  readonly x_source: Source;
}

/** Whom to refer to for what. */
export interface Referral {
  readonly id: string;
  readonly name: string;
  readonly services: readonly string[];
  readonly x_source: Source;
}

/** The parts of the guide that are statements, in the order in which a professional needs them. */
export type ReferralPart = 'signs' | 'say' | 'entitled' | 'avoid' | 'duty' | 'responsible';

export interface ReferralStatement extends Statement {
  readonly part: ReferralPart;
  /** Id of a referral: not for a profession that takes it. */
  readonly referral?: string;
}

export interface ReferralDocument {
  readonly statements: readonly ReferralStatement[];
  readonly professions: readonly Profession[];
  readonly steps: readonly Step[];
  readonly referrals: readonly Referral[];
}

export interface ReturnDocument {
  readonly statements: readonly Statement[];
  readonly steps: readonly Step[];
}

export type PathwayDocument = ReturnDocument;
