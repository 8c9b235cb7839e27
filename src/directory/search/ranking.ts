/**
 * Which services answer what is typed, and in which order: by what is meant, then by the words in names and texts.
 * docs/finder.md tells the rules with examples; each has a test in test/unit/finding.test.ts.
 */

import { wholeCountry } from '../generated/country.js';
import type { Service } from '../types.js';
import { fold } from './fold.js';
import { type Concept, type Lexicon, needsOfWords, type Understanding, understand } from './understand.js';

interface Answers {
  readonly services: readonly Service[];
  /** Ids of what is meant; missing: nothing is understood. */
  readonly meant?: readonly string[];
}

/** Of the points of a concept, what the first service of its list gets, the second, … */
const places = [1, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.46, 0.42];
/** What another service gets that answers the need. */
const byNeed = 0.45;
const least = 0.4;
/** What is left of a concept that is heard only if a letter is wrong. */
const ifGuessed = 0.5;
/** What a service gets of what is less than its best. */
const besides = 0.1;
const usualWeight = 4;
const weightOfName = 5.5;
/** What a word of its name is worth: less than a sentence that is understood, more than a need in it. */
const nameWeight = 3;
/** What is left of that where it is not in a name as it is typed. */
const hint = 0.2;
/** A word that means something is the name of a service, too. */
const sameWordWeight = 1.5;
/** A whole word of a name, a word within one, and one that is a slip away from it: see `scoreOf`. */
const wholeName = 80;
const inName = 40;
const nearName = 24;
/** What a service gets at least that is for those of whom the sentence speaks, and for nobody else. */
const forThem = 0.9;
/** A word in the names of more services than these is no name. */
const few = 3;
/** With this share of the points of the first service, the helpline stands before it where several needs are told. */
const nearlyAsGood = 0.88;
/** So far down the helpline may stand where it answers the need. */
const helplineAt = 2;

/** What a service is for an answer: `order` compares. */
interface Rated {
  readonly service: Service;
  /** Among those that are searched. */
  readonly place: number;
  readonly points: number;
  /** Higher steps stand below all lower ones. Whose name is typed is on the first. */
  readonly step: number;
}

/** The order of the answers. Equal ones stay in the order of the directory. */
const order = (one: Rated, other: Rated): number => one.step - other.step || other.points - one.points;

/** A page's own services stand below the national ones that fit: their names are whatever the page makes them. */
export function nationalFirst<T>(items: readonly T[], serviceOf: (item: T) => Service): readonly T[] {
  const isLocal = (item: T) => Boolean(serviceOf(item).x_local);
  return items.some(isLocal) ? [...items.filter(item => !isLocal(item)), ...items.filter(isLocal)] : items;
}

/** What is searched: a few services, gone through word by word, or many, by an index. */
interface Searched {
  readonly services: readonly Service[];
  /** How well a word fits each service, by its place: see `scoreOf`. */
  readonly scoresOf: (word: string) => (place: number) => number;
  /** The services that fit by their words alone, the best first. */
  readonly byWords: (words: readonly string[]) => readonly Service[];
}

/** @param lexicons the language of the reader first: the others are read where that understands nothing */
export function answersTo(text: string, lexicons: readonly Lexicon[], searched: Searched): Answers {
  const understanding = understood(text, lexicons);
  const services = nationalFirst(sorted(text, understanding, searched), service => service);
  const meant = understanding.meant.map(({ id }) => id);
  return { services, ...(meant.length > 0 && { meant }) };
}

function sorted(text: string, understanding: Understanding, searched: Searched): readonly Service[] {
  const { services } = searched;
  const answering = understanding.meant.filter(isAnswered);
  const isNamed = (word: string, least: number) => {
    const scoreOf = searched.scoresOf(word);
    return services.some((_, place) => scoreOf(place) >= least);
  };
  const words = understanding.words.filter(word => word.length > 2 || isNamed(word, wholeName));
  // Nothing but empty words: as if nothing was typed.
  if (!understanding.meant.length && !words.length)
    return understanding.words.length ? searched.byWords(understanding.words) : services;
  if (!answering.length && words.length) {
    const found = searched.byWords(words);
    // It is in the names of a few: in those of many it tells nothing.
    const naming = words.filter(word => {
      const scoreOf = searched.scoresOf(word);
      const named = services.filter((_, place) => scoreOf(place) >= inName).length;
      return named > 0 && named <= few;
    });
    // One word of a name among many others is there by chance.
    const isSure = naming.length > 0 && naming.length * 2 >= words.length;
    if (found.length) return isSure ? found : helplineFirst(found, services);
    if (!understanding.meant.some(({ kind }) => kind !== 'part')) return [];
  }
  const ratedBy = raterOf(understanding, searched, fold(text));
  const rated = services
    .map(ratedBy)
    .filter(({ points }) => points > 0 || !answering.length)
    .sort(order);
  const answers = rated.map(({ service }) => service);
  const sure = answering.filter(concept => !understanding.guessed.has(concept));
  // A name and nothing else: who types "Lauras hus" looks for no other house, but for those of a page that have its words.
  if (
    !words.length &&
    sure.length &&
    understanding.meant.every(concept => isName(concept) && sure.includes(concept))
  ) {
    const scores = understanding.telling.map(searched.scoresOf);
    return rated
      .filter(
        ({ service: { id }, place }) =>
          sure.some(({ services = [] }) => services.includes(id)) ||
          scores.every(scoreOf => scoreOf(place) >= nearName),
      )
      .map(({ service }) => service);
  }
  // Where a letter may be wrong, or a word goes on, it does not decide alone. But a name is a name.
  if (!sure.length && !answering.some(isName)) return helplineFirst(answers, services);
  const ordered = withHelpline(urgentFirst(answers, sure), answering);
  const says = (id: string) => understanding.meant.some(concept => concept.id === id);
  const yieldsToHelpline =
    sure.some(({ yields = [] }) => yields.some(says)) ||
    isPoliceByChance(ordered[0], words) ||
    (isTorn(sure, rated) && !answering.some(isName));
  // In danger the emergency number may stay before it.
  return yieldsToHelpline && !ordered[0]?.x_emergency ? helplineFirst(ordered, services) : ordered;
}

/** Whether several needs lead to different services, and the helpline answers nearly as well as the best of them. */
function isTorn(needs: readonly Concept[], rated: readonly Rated[]): boolean {
  const best = new Set(needs.map(({ services = [] }) => services[0]));
  const helpline = rated.find(({ service }) => service.x_helpline);
  return best.size > 1 && (helpline?.points ?? 0) >= nearlyAsGood * (rated[0]?.points ?? 0);
}

/** The police are first for who asks for them, not where most of what is typed is not understood. */
const isPoliceByChance = (first: Service | undefined, words: readonly string[]) =>
  words.length > 1 && Boolean(first?.x_needs.includes('police'));

const isName = ({ kind }: Concept) => kind === 'name';
const isAnswered = (concept: Concept) => !concept.kind || isName(concept);

function understood(text: string, lexicons: readonly Lexicon[]): Understanding {
  let first: Understanding | undefined;
  for (const lexicon of lexicons) {
    const understanding = understand(text, lexicon);
    if (understanding.meant.some(isAnswered)) return understanding;
    first ??= understanding;
  }
  return first as Understanding;
}

const names = new WeakMap<Service, string>();

/** Folded, once. */
function nameOf(service: Service): string {
  const name = names.get(service) ?? fold(service.name);
  names.set(service, name);
  return name;
}

/** How good an answer each service is. */
function raterOf({ meant, guessed, words, telling }: Understanding, searched: Searched, typed: string) {
  const groups = meant.flatMap(({ group }) => group || []);
  const isElsewhere = meant.some(({ id }) => id === 'elsewhere');
  // One of two letters is in the names of too many.
  const others = words.filter(word => word.length > 2).map(searched.scoresOf);
  const same = telling.map(searched.scoresOf);
  return (service: Service, place: number): Rated => {
    const { id, x_groups, x_areas, x_needs } = service;
    let best = 0;
    let sum = 0;
    const add = (points: number) => {
      best = Math.max(best, points);
      sum += points;
    };
    const isForThem = Boolean(x_groups?.some(group => groups.includes(group)));
    let isAsked = false;
    for (const concept of meant) {
      const { services = [], needs = [], weight = isName(concept) ? weightOfName : usualWeight } = concept;
      const at = services.indexOf(id);
      if (at >= 0) isAsked = true;
      const isOfNeed = needs.some(need => x_needs.includes(need));
      const share = at >= 0 ? (places[at] ?? least) : isOfNeed ? byNeed : 0;
      const certain = guessed.has(concept) ? ifGuessed : 1;
      add(share && (isForThem ? Math.max(share, forThem) : share) * weight * certain);
    }
    for (const scoreOf of others) {
      const score = scoreOf(place);
      // Within a name, a slip away, in a text: it tells the alike apart, and leads nobody anywhere.
      add((score / wholeName) * nameWeight * (score > inName ? 1 : hint));
    }
    for (const scoreOf of same)
      if (scoreOf(place) >= nearName) add((scoreOf(place) / wholeName) * sameWordWeight);
    const isForOthers = Boolean(x_groups && groups.length && !isForThem);
    const isFarAway = Boolean(isElsewhere && x_areas && !x_areas.includes(wholeCountry));
    const isPolice = !isAsked && x_needs.some(need => need === 'police' || need === 'emergency');
    return {
      service,
      place,
      points: best + (sum - best) * besides,
      step: nameOf(service) === typed ? -1 : (isForOthers ? 2 : 0) + (isFarAway || isPolice ? 1 : 0),
    };
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
function helplineFirst(services: readonly Service[], all: readonly Service[]): readonly Service[] {
  const helpline = all.filter(({ x_helpline }) => x_helpline);
  return [...helpline, ...services.filter(({ x_helpline }) => !x_helpline)];
}

/** The helpline is among the first where it answers what is needed. */
function withHelpline(services: readonly Service[], meant: readonly Concept[]): readonly Service[] {
  const at = services.findIndex(({ x_helpline }) => x_helpline);
  const helpline = services[at];
  const answers = meant.some(({ kind, services = [] }) => !kind && services.includes(helpline?.id || ''));
  if (at <= helplineAt || !helpline || !answers) return services;
  const others = services.filter(service => service !== helpline);
  return [...others.slice(0, helplineAt), helpline, ...others.slice(helplineAt)];
}

/** What anybody may need who is not understood. */
const usualNeeds = ['counselling', 'shelter', 'information'];
/** Fewer letters at the beginning of a word say nothing. */
const leastAlike = 3;

/** Of the needs that are answered, three: those with a word that begins like what is typed, then the usual ones. */
export function nearestNeeds(
  text: string,
  lexicons: readonly Lexicon[],
  answered: readonly string[],
): readonly string[] {
  const beginnings = fold(text)
    .split(' ')
    .filter(word => word.length >= leastAlike)
    .map(word => word.slice(0, leastAlike));
  const alike = lexicons.flatMap(lexicon => needsOfWords(lexicon, beginnings));
  const needs = [...new Set([...alike, ...usualNeeds, ...answered])];
  return needs.filter(need => answered.includes(need) && need !== 'emergency').slice(0, 3);
}
