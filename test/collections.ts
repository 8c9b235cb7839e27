/** The collections that the tests walk: what Havn must say (facts.json), what it must withstand (hostile-cases.json), and more. */
import { readFileSync } from 'node:fs';
import type { Schedule } from 'havn-widgets/directory';
import { rosa, slip } from './rosa.js';
import { sure } from './sure.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`collections/${name}`, import.meta.url), 'utf8'));

/**
 * Reads a file with the number of the helpline where `{shown}`, `{digits}` or `{##.##}` stands, and with the number that
 * is one slip away where `{slip shown}` stands.
 */
const readWithNumbers = (name: string) =>
  JSON.parse(
    JSON.stringify(read(name)).replace(
      /{(slip )?(shown|digits|dialled|inHtml|[^{}"]*#[^{}"]*)}/g,
      (_, other: string | undefined, way: string) => {
        const { shown, digits, dialled, inHtml, as } = other ? slip : rosa;
        return { shown, digits, dialled, inHtml }[way] ?? as(way);
      },
    ),
  );

export const facts: {
  id: string;
  fact: string;
  home: string;
  show?: string[];
  seen: Record<string, string | string[]>;
  audience?: string;
}[] = read('facts.json').facts;

/** Elements one in the other, as attributes by their names, and what changes of them once they are shown. */
interface Chain {
  chain: Record<string, string>[];
  then?: { item: number; lang: string | null };
}

/** A document as it is; or one of repeated text; or what an address answers with. */
export interface Data {
  services?: { id: string }[];
  $generate?: { before: string; repeat: string; times: number; separator: string; after: string };
  http?: {
    status: number;
    'content-type'?: string;
    'body-encoding'?: string;
    'body-bytes'?: number;
    origin?: string;
    cors?: boolean;
    stall?: boolean;
    'stall-after'?: number;
  };
  body?: string;
}

/** What a case hands over, by its kind. */
interface Payloads {
  'host-html': string;
  'data-json': string | Data;
  url: string;
  phone: string;
  attribute: { element: string; attribute: string; value: string };
  time: { instant: string; schedule: Schedule[]; device: string };
  locale: string | Chain;
}

interface HostileCase<Kind extends keyof Payloads> {
  id: string;
  kind: Kind;
  payload: Payloads[Kind];
  expect: Kind extends 'host-html' ? 'intact' | 'widget' | 'fallback' | 'inert' : string;
  note: string;
  /** JSON pointer to what is wrong */
  path?: string;
  serve?: { 'content-type'?: string; encoding?: string; media?: 'print' };
}

/** A page with the widgets on it. */
export type HostCase = Omit<HostileCase<'host-html'>, 'kind'>;

export const hostileCases = <Kind extends keyof Payloads>(kind: Kind): HostileCase<Kind>[] =>
  read('hostile-cases.json').cases.filter((one: HostileCase<keyof Payloads>) => one.kind === kind);

/** Hostile hosts of our own. */
export const {
  cases: ownHostileCases,
  boxes: ownHostileBoxes,
}: {
  cases: HostCase[];
  boxes: Record<string, string>;
} = read('own-hostile-cases.json');

/**
 * What a library that still runs on old pages does to the built-ins, made after its source: a script of the host's. It
 * was right when it was written; since then the names that it took have got another meaning.
 */
export const oldLibrary = (name: string) =>
  readFileSync(new URL(`collections/old-libraries/${name}.js`, import.meta.url), 'utf8');

/** Of gate.json, by list: names, by what is wrong with them; or sentences, by what they say. */
const gate: Record<string, Record<string, string | string[]>> = readWithNumbers('gate.json');

/** Names that the gate refuses, by what is wrong with them. */
export const refusedNames = gate.names as Record<string, string>;

/** @param lists of gate.json */
export const sentences = (...lists: string[]): string[] =>
  lists.flatMap(list => Object.values(sure(gate[list])).flat());

/** Texts and what becomes of them, if that is something else; or lists of texts of which the same becomes. */
export const linkTexts: Record<'links' | 'dialled', { text: string; as?: string }[]> &
  Record<'notLinks' | 'dialledAsWritten' | 'notDialled', { note: string; texts: string[] }[]> =
  readWithNumbers('links.json');

export const openingHoursCases: {
  rules: Record<string, object> & Record<'office' | 'always' | 'appointment', object>;
  cases: { name: string; rules: (string | { rule: string })[]; at: string; expect: string }[];
  unreadable: Record<string, unknown[]>;
} = read('opening-hours.json');

/** How each language says that something may be, can be, must be, is not, and that somebody is entitled. */
export const modalWords: Record<
  string,
  { may: string; can?: string; must: string; not: string; entitled: string }
> = read('modality.json').words;

/** The same asked in each language, by what is asked. */
export const askedInEach: Record<
  | 'beaten'
  | 'cry'
  | 'weapon'
  | 'police'
  | 'womensHouse'
  | 'ambulance'
  | 'broken'
  | 'testify'
  | 'childTaken'
  | 'arrest'
  | 'stayHere',
  Record<string, string>
> = read('asked-in-each.json');

/** A page, or one for each text, and the rules of `verify` that it breaks. */
export interface VerifyCase {
  name: string;
  rules?: string;
  body?: string;
  head?: string;
  page?: string;
  headers?: Record<string, string>;
  type?: string;
  each?: string[];
}

export const verifyCases: Record<'right' | 'wrong', VerifyCase[]> & {
  browser: Record<'right' | 'wrong', VerifyCase[]>;
} = readWithNumbers('verify.json');
