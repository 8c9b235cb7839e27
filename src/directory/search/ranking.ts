/**
 * Which services answer a typed text, and in which order: by its meaning, then by the words in names and texts.
 * docs/finder.md explains the rules with examples; each has a test in test/unit/finding.test.ts.
 */

import { isCriticalService } from '../critical.js';
import { wholeCountry } from '../generated/country.js';
import type { Service } from '../types.js';
import { fold } from './fold.js';
import { inName, isSlip, nearName, wholeName } from './matching.js';
import { type Concept, type Lexicon, needsOfWords, type Understanding, understand } from './understand.js';

interface Answers {
  readonly services: readonly Service[];
  /** Ids of the concepts that are meant; missing if nothing is understood. */
  readonly meant?: readonly string[];
}

/** The share of a concept's points by place in its list of services: first, second, and so on. */
const places = [1, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.46, 0.42];
/** The share of a service that is not in the list but answers the need. */
const byNeed = 0.45;
/** Factor for a concept that is only guessed, since a letter may be wrong or the last word unfinished. */
const ifGuessed = 0.5;
/** The share that counts of all points of a service other than its highest. */
const besides = 0.1;
const usualWeight = 4;
const weightOfName = 5.5;
/**
 * Points for a word in the name of a service: less than for a sentence that is understood, more than for a need in it.
 */
const nameWeight = 3;
/** Factor for such a word if it is not in the name as typed. */
const hint = 0.2;
/** Points for a word that has a meaning and is also in the name of the service. */
const sameWordWeight = 1.5;
/** A service only for the group in the sentence, or the chosen one, gets at least this share. */
const forThem = 0.9;
/** How much of their share by place those for the group keep beside it: enough to stand in the order of the concept. */
const amongThem = 0.01;
/** A word in the names of more services than this does not identify a service. */
const few = 3;
/** If several needs are told, the helpline goes first when it has this share of the points of the first service. */
const nearlyAsGood = 0.88;
/** The last position (from 0) that the helpline may have if it answers the need. */
const helplineAt = 2;

/** A service with its rating, which `order` compares. */
interface Rated {
  readonly service: Service;
  /** Its index among the services that are searched. */
  readonly place: number;
  readonly points: number;
  /** A service of a higher step is below all of lower steps. The service whose name is typed has the lowest step. */
  readonly step: number;
}

/** The order of the answers. Equal ones stay in the order of the directory. */
const order = (one: Rated, other: Rated): number => one.step - other.step || other.points - one.points;

/** A host page's own services go below the national ones that fit, since the page can give them any name. */
export function nationalFirst<T>(items: readonly T[], serviceOf: (item: T) => Service): readonly T[] {
  const isLocal = (item: T) => Boolean(serviceOf(item).x_local);
  return items.some(isLocal) ? [...items.filter(item => !isLocal(item)), ...items.filter(isLocal)] : items;
}

/** After whom to call: what is for the chosen group alone, before what is for everybody. */
export function groupFirst<T>(
  items: readonly T[],
  group: string | undefined,
  serviceOf: (item: T) => Service,
): readonly T[] {
  if (!group) return items;
  const rankOf = (service: Service) =>
    isCriticalService(service) ? 0 : service.x_groups?.includes(group) ? 1 : 2;
  return [0, 1, 2].flatMap(rank => items.filter(item => rankOf(serviceOf(item)) === rank));
}

/** The services to search: a few, gone through word by word, or many, by an index. */
interface Searched {
  readonly services: readonly Service[];
  /** Id of the group that the reader has chosen. */
  readonly group: string | undefined;
  /** How well a word fits the service with an index: see `scoreOf`. */
  readonly scoresOf: (word: string) => (place: number) => number;
  /** The services found by words alone, best first. */
  readonly byWords: (words: readonly string[]) => readonly Service[];
}

/** @param lexicons that of the reader's language first: the others are used if it understands nothing */
export function answersTo(text: string, lexicons: readonly Lexicon[], searched: Searched): Answers {
  const { meant: all, ...others } = understood(text, lexicons);
  // A national name is no name where its service is not shown to this reader: it may be an ordinary word, such as "come".
  const isOffered = ({ kind, services: ids = [] }: Concept) =>
    kind !== 'name' ||
    searched.services.some(({ id }) => ids.includes(id)) ||
    !searched.services.some(({ x_helpline }) => x_helpline);
  const understanding = { ...others, meant: all.filter(isOffered) };
  const services = nationalFirst(sorted(text, understanding, searched), service => service);
  const meant = understanding.meant.map(({ id }) => id);
  return { services, ...(meant.length > 0 && { meant }) };
}

function sorted(text: string, understanding: Understanding, searched: Searched): readonly Service[] {
  const { meant } = understanding;
  const words = countingWords(understanding, searched);
  if (!meant.length && !words.length) return withoutAnyMeaning(fold(text), understanding, searched);
  if (words.length && !meant.some(isAnswered)) {
    const found = foundByWords(words, meant, searched);
    if (found.length) return found;
    if (meant.every(({ kind }) => kind === 'part')) return [];
  }
  return foundByMeaning(fold(text), { ...understanding, words }, searched);
}

/** The words that no concept explains and that may be in the name or the text of a service. */
function countingWords(understanding: Understanding, { services, scoresOf }: Searched): readonly string[] {
  const isNamed = (word: string) => {
    const scoreOf = scoresOf(word);
    return services.some((_, place) => scoreOf(place) >= wholeName);
  };
  // The name of a town is no slip of another word.
  const isKnown = (word: string) => {
    const scoreOf = scoresOf(word);
    return services.some((_, place) => scoreOf(place) && !isSlip(scoreOf(place)));
  };
  return understanding.words.filter(
    word => (word.length > 2 || isNamed(word)) && (!isElsewhere(understanding) || isKnown(word)),
  );
}

/**
 * For only empty words, or the first letters of a sentence: all services, as if nothing was typed. But two letters alone
 * are searched for, since they may be the name of a service.
 */
function withoutAnyMeaning(
  typed: string,
  { words }: Understanding,
  { services, byWords }: Searched,
): readonly Service[] {
  const isOneWord = typed.length > 1 && words[0] === typed;
  const found = isOneWord ? byWords(words) : [];
  return found.length ? found : services;
}

/** The services that have the words: the helpline first, unless the words name a service. Empty if none has any. */
function foundByWords(
  words: readonly string[],
  meant: readonly Concept[],
  { services, scoresOf, byWords }: Searched,
): readonly Service[] {
  const found = byWords(words);
  if (!found.length) return found;
  // Words in the names of a few services: a word in many names identifies none.
  const naming = words.filter(word => {
    const scoreOf = scoresOf(word);
    const named = services.filter((_, place) => scoreOf(place) >= inName).length;
    return named > 0 && named <= few;
  });
  // One word of a name among many other words is there by chance.
  const isSure = naming.length > 0 && naming.length * 2 >= words.length;
  const answers = groupBeforeOthers(found, meant, services);
  return isSure && !isPoliceByChance(found[0], words) ? answers : helplineFirst(answers, services);
}

/** The services that answer what is meant, best first. */
function foundByMeaning(typed: string, understanding: Understanding, searched: Searched): readonly Service[] {
  const { meant, guessed, words } = understanding;
  const { services } = searched;
  const answering = meant.filter(isAnswered);
  const rated = services
    .map(raterOf(understanding, searched, typed))
    .filter(({ points }) => points > 0 || !answering.length)
    .sort(order);
  const sure = answering.filter(concept => !guessed.has(concept));
  if (!words.length && sure.length && meant.every(concept => isName(concept) && sure.includes(concept)))
    return onlyNamed(rated, sure, understanding.telling.map(searched.scoresOf));
  const answers = groupBeforeOthers(
    rated.map(({ service }) => service),
    meant,
    services,
  );
  // Guessed concepts alone do not decide which service is first: the helpline is. But a name, even guessed, decides.
  if (!sure.length && !answering.some(isName)) return helplineFirst(answers, services);
  const ordered = withHelpline(urgentFirst(answers, sure), answering);
  const says = (id: string) => meant.some(concept => concept.id === id);
  const yieldsToHelpline =
    sure.some(({ yields = [] }) => yields.some(says)) ||
    isPoliceByChance(ordered[0], words) ||
    words.length >= muchUnknown ||
    (isTorn(sure, rated) && !answering.some(isName));
  const [first] = ordered;
  // The emergency number is first for somebody in danger, or who asks for it, and never by a word such as "number".
  const isEmergency = sure.some(({ urgent, services = [] }) => urgent || services[0] === first?.id);
  const yields = first?.x_emergency ? !isEmergency && nameOf(first) !== typed : yieldsToHelpline;
  return yields ? helplineFirst(ordered, services) : ordered;
}

/**
 * For a name alone, such as that of a shelter: only the service of that name, and a host page's own services with these
 * words in them.
 */
const onlyNamed = (
  rated: readonly Rated[],
  names: readonly Concept[],
  scores: readonly ((place: number) => number)[],
): readonly Service[] =>
  rated
    .filter(
      ({ service: { id }, place }) =>
        names.some(({ services = [] }) => services.includes(id)) ||
        scores.every(scoreOf => scoreOf(place) >= nearName),
    )
    .map(({ service }) => service);

/**
 * With this many unknown words, little of what somebody wrote is understood. A need that was heard in passing does not
 * decide then, such as "home" in a threat to the family there.
 */
const muchUnknown = 5;

/** Whether several needs lead to different services, and the helpline answers nearly as well as the best of them. */
function isTorn(needs: readonly Concept[], rated: readonly Rated[]): boolean {
  const best = new Set(needs.map(({ services = [] }) => services[0]));
  const helpline = rated.find(({ service }) => service.x_helpline);
  return best.size > 1 && (helpline?.points ?? 0) >= nearlyAsGood * (rated[0]?.points ?? 0);
}

/** Whether the police are first although several words were not understood: nobody may have asked for the police. */
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

/** The folded name of a service; folded only once. */
function nameOf(service: Service): string {
  const name = names.get(service) ?? fold(service.name);
  names.set(service, name);
  return name;
}

const groupsOf = (meant: readonly Concept[]) => meant.flatMap(({ group }) => group || []);

/** Whether a service is only for people of one of these groups. */
const isForGroups =
  (groups: readonly string[]) =>
  ({ x_groups }: Service): boolean =>
    Boolean(x_groups?.some(group => groups.includes(group)));

/**
 * The services that were found, with a few that are only for the group that is meant, whatever they are called, and
 * below them what is only for others.
 */
function groupBeforeOthers(
  found: readonly Service[],
  meant: readonly Concept[],
  all: readonly Service[],
): readonly Service[] {
  const groups = groupsOf(meant);
  if (!groups.length) return found;
  const isForThem = isForGroups(groups);
  const isLast = (service: Service) => Boolean(service.x_groups) && !isForThem(service);
  const known = new Set(found);
  const added = all.filter(service => isForThem(service) && !known.has(service)).slice(0, few);
  return [...found.filter(service => !isLast(service)), ...added, ...found.filter(isLast)];
}

/** Whether a place outside the capital is named. */
const isElsewhere = ({ meant }: Understanding): boolean => meant.some(({ id }) => id === 'elsewhere');

/** Makes the function that rates how well a service answers. */
function raterOf(understanding: Understanding, searched: Searched, typed: string) {
  const { meant, guessed, words, telling } = understanding;
  const isOutside = isElsewhere(understanding);
  const groups = [...groupsOf(meant), searched.group ?? ''];
  const isForThemAll = isForGroups(groups);
  // A word of two letters is in the names of too many services.
  const others = words.filter(word => word.length > 2).map(searched.scoresOf);
  const same = telling.map(searched.scoresOf);
  return (service: Service, place: number): Rated => {
    const { id, x_areas, x_needs } = service;
    let best = 0;
    let sum = 0;
    const add = (points: number) => {
      best = Math.max(best, points);
      sum += points;
    };
    const isForThem = isForThemAll(service);
    let isAsked = false;
    for (const concept of meant) {
      const { services = [], needs = [], weight = isName(concept) ? weightOfName : usualWeight } = concept;
      const at = services.indexOf(id);
      if (at >= 0) isAsked = true;
      const isOfNeed = needs.some(need => x_needs.includes(need));
      const share = places[at] ?? (isOfNeed ? byNeed : 0);
      const certain = guessed.has(concept) ? ifGuessed : 1;
      add(share && (isForThem ? Math.max(share, forThem + amongThem * share) : share) * weight * certain);
    }
    for (const scoreOf of others) {
      const score = scoreOf(place);
      // A word within a name, a slip away from one or in a text counts little: it only separates similar services.
      add((score / wholeName) * nameWeight * (score > inName ? 1 : hint));
    }
    for (const scoreOf of same)
      if (scoreOf(place) >= nearName) add((scoreOf(place) / wholeName) * sameWordWeight);
    const isFarAway = Boolean(isOutside && x_areas && !x_areas.includes(wholeCountry));
    const isPolice = !isAsked && x_needs.some(need => need === 'police' || need === 'emergency');
    return {
      service,
      place,
      points: best + (sum - best) * besides,
      step: nameOf(service) === typed ? -1 : isFarAway || isPolice ? 1 : 0,
    };
  };
}

/** If somebody is in danger: first the emergency number and the helpline, in the order that the concept gives them. */
function urgentFirst(services: readonly Service[], meant: readonly Concept[]): readonly Service[] {
  const urgent = meant.find(({ urgent }) => urgent);
  if (!urgent) return services;
  const critical = services.filter(isCriticalService);
  const at = ({ id }: Service) => urgent.services?.indexOf(id) ?? 0;
  critical.sort((one, other) => at(one) - at(other));
  return [...critical, ...services.filter(service => !critical.includes(service))];
}

/** If nothing is sure, the helpline goes first: it answers everybody. */
function helplineFirst(services: readonly Service[], all: readonly Service[]): readonly Service[] {
  const helpline = all.filter(({ x_helpline }) => x_helpline);
  return [...helpline, ...services.filter(({ x_helpline }) => !x_helpline)];
}

/** Moves the helpline up among the first if it answers a need that is meant. */
function withHelpline(services: readonly Service[], meant: readonly Concept[]): readonly Service[] {
  const at = services.findIndex(({ x_helpline }) => x_helpline);
  const helpline = services[at];
  const answers = meant.some(({ kind, services = [] }) => !kind && services.includes(helpline?.id || ''));
  if (at <= helplineAt || !helpline || !answers) return services;
  const others = services.filter(service => service !== helpline);
  return [...others.slice(0, helplineAt), helpline, ...others.slice(helplineAt)];
}

/** The needs to suggest if a text is not understood. */
const usualNeeds = ['counselling', 'shelter', 'information'];
/** How many letters at the beginning of a word are compared: fewer say nothing. */
const leastAlike = 3;

/** Three answered needs: first those with a word that begins like a typed one, then the usual ones. */
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
