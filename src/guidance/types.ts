import type { Source } from '../directory/types.js';

export interface Statement {
  readonly id: 'lead' | 'presumed' | 'cooperation' | 'threshold';
  readonly text: string;
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

export interface Entitlements {
  readonly statements: Readonly<Record<Statement['id'], string>>;
  readonly entitlements: readonly Entitlement[];
}
