/**
 * Which services answer what is typed, and in which order: by what is meant, then by the words in names and texts.
 * docs/finder.md tells the rules with examples; each has a test in test/unit/finding.test.js.
 */
import { wholeCountry } from './generated/country.js';
import { type Entry, rank, scoreOf } from './matching.js';
import type { Service } from './types.js';
import { type Concept, type Lexicon, type Understanding, understand } from './understand.js';

export interface Answers {
  readonly services: readonly Service[];
  readonly meant: readonly string[];
}

/** Of the points of a concept, what the first service of its list gets, the second, … */
const places = [1, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.46, 0.42];
/** What another service gets that answers the need. */
const byNeed = 0.45;
/** What a service gets of what is less than its best. */
const besides = 0.1;
const usualWeight = 4;
/** What a word of its name is worth: less than a sentence that is understood, more than a need in it. */
const nameWeight = 3;
/** A whole word of a name: see `scoreOf`. */
const wholeName = 80;
/** What a service gets at least that is for those of whom the sentence speaks, and for nobody else. */
const forThem = 0.9;
/** So far down the helpline may stand where it answers the need. */
const helplineAt = 2;

/** What a service is for an answer: `order` compares. */
interface Rated {
  readonly service: Service;
  readonly points: number;
  /** Higher steps stand below all lower ones. */
  readonly step: number;
}

/** The order of the answers. Equal ones stay in the order of the directory. */
const order = (one: Rated, other: Rated): number => one.step - other.step || other.points - one.points;

/**
 * @param lexicons the language of the reader first: the others are read where that understands nothing
 * @param entries the services that may answer
 */
export function answersTo(text: string, lexicons: readonly Lexicon[], entries: readonly Entry[]): Answers {
  const understanding = understood(text, lexicons);
  const { meant, guessed, words } = understanding;
  const answering = meant.filter(({ kind }) => kind === 'need' || kind === 'name');
  const ids = meant.map(({ id }) => id);
  const sorted = [...entries].map(entry => ratedBy(understanding, entry));
  const isWord = (word: string) =>
    word.length > 2 || entries.some(entry => scoreOf(word, entry) >= wholeName);
  const telling = words.filter(isWord);
  // Nothing but empty words: as if nothing was typed.
  if (!meant.length && !telling.length)
    return { services: words.length ? [] : entries.map(serviceOf), meant: ids };
  if (!answering.length && telling.length) {
    const found = rank(entries, telling);
    const isNamed = entries.some(entry => telling.some(word => scoreOf(word, entry) >= wholeName * 0.5));
    if (found.length) return { services: isNamed ? found : helplineFirst(found, entries), meant: ids };
    if (!meant.length) return { services: [], meant: ids };
  }
  const answers = sorted
    .filter(({ points }) => points > 0 || !answering.length)
    .sort(order)
    .map(serviceOf);
  const isSure = answering.some(concept => !guessed.has(concept) || concept.kind === 'name');
  if (!answering.length) return { services: helplineFirst(answers, entries), meant: ids };
  if (!isSure) return { services: helplineFirst(answers, entries), meant: ids };
  return {
    services: withHelpline(
      urgentFirst(
        answers,
        meant.filter(concept => !guessed.has(concept)),
      ),
      answering,
    ),
    meant: ids,
  };
}

const serviceOf = ({ service }: { readonly service: Service }) => service;

function understood(text: string, lexicons: readonly Lexicon[]): Understanding {
  const all = lexicons.map(lexicon => understand(text, lexicon));
  const isUnderstood = ({ meant }: Understanding) =>
    meant.some(({ kind }) => kind === 'need' || kind === 'name');
  return (all.find(isUnderstood) || all[0]) as Understanding;
}

function ratedBy({ meant, guessed, words }: Understanding, entry: Entry): Rated {
  const { service } = entry;
  let best = 0;
  let sum = 0;
  const add = (points: number) => {
    best = Math.max(best, points);
    sum += points;
  };
  let isAsked = false;
  const groups = meant.flatMap(({ group }) => group || []);
  const { x_groups, x_areas, x_needs } = service;
  const isForThem = Boolean(x_groups?.some(group => groups.includes(group)));
  for (const concept of meant) {
    const { services = [], needs = [], weight = usualWeight, kind } = concept;
    const place = services.indexOf(service.id);
    if (place >= 0) isAsked = true;
    if (kind === 'person' && place < 0) continue;
    const share =
      place >= 0 ? (places[place] ?? 0.4) : needs.some(need => x_needs.includes(need)) ? byNeed : 0;
    add((share && isForThem ? Math.max(share, forThem) : share) * weight * (guessed.has(concept) ? 0.5 : 1));
  }
  for (const word of words) add((scoreOf(word, entry) / wholeName) * nameWeight);
  const isForOthers = Boolean(x_groups && groups.length && !isForThem);
  const isElsewhere =
    meant.some(({ id }) => id === 'elsewhere') && Boolean(x_areas && !x_areas.includes(wholeCountry));
  const isPolice = !isAsked && x_needs.some(need => need === 'police' || need === 'emergency');
  return {
    service,
    points: best + (sum - best) * besides,
    step: (isForOthers ? 2 : 0) + (isElsewhere || isPolice ? 1 : 0),
  };
}

/** In danger: the emergency number and the helpline, in the order in which what is meant names them. */
function urgentFirst(services: readonly Service[], meant: readonly Concept[]): readonly Service[] {
  const urgent = meant.find(({ urgent }) => urgent);
  if (!urgent) return services;
  const critical = services.filter(({ x_helpline, x_emergency }) => x_helpline || x_emergency);
  const at = ({ id }: Service) => urgent.services?.indexOf(id) ?? 0;
  critical.sort((one, other) => at(one) - at(other));
  return [...critical, ...services.filter(service => !critical.includes(service))];
}

/** Where nothing is sure, the helpline is: it answers anyone. */
function helplineFirst(services: readonly Service[], entries: readonly Entry[]): readonly Service[] {
  const helpline = entries.map(serviceOf).filter(({ x_helpline }) => x_helpline);
  return [...helpline, ...services.filter(({ x_helpline }) => !x_helpline)];
}

/** The helpline is among the first where it answers what is needed. */
function withHelpline(services: readonly Service[], meant: readonly Concept[]): readonly Service[] {
  const at = services.findIndex(({ x_helpline }) => x_helpline);
  const helpline = services[at];
  const answers = meant.some(
    ({ kind, services = [] }) => kind === 'need' && services.includes(helpline?.id || ''),
  );
  if (at <= helplineAt || !helpline || !answers) return services;
  const others = services.filter(service => service !== helpline);
  return [...others.slice(0, helplineAt), helpline, ...others.slice(helplineAt)];
}
