/** The numbers in the page's own text, held against those of the facts. */
import { country } from '../../build/country.js';
import { wordsOf } from '../../build/messages.js';
import { told } from '../plain.js';
import { type Embed, linksIn } from './embeds.js';
import {
  type Document,
  type Element,
  elementsIn,
  hardBreak,
  numberPlaces,
  placeOf,
  readText,
  saidOf,
  shownBy,
} from './html.js';
import {
  calledBy,
  callWords,
  emergencyIn,
  isPremium,
  isSlipOf,
  numbersIn,
  seam,
  shown,
  slipsIn,
} from './numbers.js';
import type { Organization, Reference } from './reference.js';
import { type Finding, finding, type Place, type RuleId } from './rules.js';

/** How far before its number a name may stand. */
const reach = 80;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How many of each kind are told of: a page of nothing but numbers is no page of anybody's. */
const mostOfAKind = 100;

/** A name as a word of its own. */
const namePattern = (organizations: Organization[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${organizations
      .flatMap(({ names }) => names)
      .sort((one, other) => other.length - one.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );

/** "NAV Eksempelvik", "Caritas i Bergen", "Frelsesarmeen, avdeling Bodø": no name of the facts, but one that has it in it. */
const isBranch = (after: string) =>
  /^(?:,? (?:i|på|ved|in|at|avd\.?|avdeling))? ?-?\p{Lu}\p{Ll}/u.test(after) &&
  !/^ ?(?:Tlf|Telefon|Tel|Phone|Ring|Call|Mobil|Vakttelefon|Kontakt)/.test(after);

/** Whether what stands between a name and a number lets them belong together. */
const isJoined = (between: string) => !between.includes(hardBreak) && !/[.!?] +\p{Lu}/u.test(between);

/** Those whose name stands in a text, by their names. */
function namedIn(text: string, organizations: Organization[]) {
  const names = new Set([...text.matchAll(namePattern(organizations))].map(([name]) => name));
  return organizations.filter(organization => organization.names.some(name => names.has(name)));
}

/**
 * Whose number it is by what stands before it.
 * @param from where the number before it ends
 */
function ownerBefore(
  text: string,
  index: number,
  from: number,
  pattern: RegExp,
  organizations: Organization[],
) {
  const start = Math.max(from, index - reach);
  const name = [...text.slice(start, index).matchAll(pattern)].at(-1);
  if (!name) return undefined;
  const after = text.slice(start + name.index + name[0].length, index);
  const organization = organizations.find(({ names }) => names.includes(name[0]));
  const before = text.slice(start, start + name.index);
  return organization && isJoined(after) ? { organization, name: name[0], before, after } : undefined;
}

/** The helpline, if a number is given as its own: "21 00 00 01 (ROSA)", "21 00 00 01 – ROSA" at the end of a line. */
function helplineBehind(text: string, end: number, organizations: Organization[]) {
  const [, inBrackets, atEnd] =
    /^ ?(?:\(([^()\n]{1,60})\)|[:\u2013-] ?([^\n]{1,60})$)/mu.exec(text.slice(end, end + reach)) ?? [];
  const name = (inBrackets ?? atEnd)?.trim();
  const organization = organizations.find(
    ({ isHelpline, names }) => isHelpline && names.includes(name ?? ''),
  );
  return organization && name ? { organization, name, before: '', after: '' } : undefined;
}

/**
 * Whether a number is that of another who is named with the owner: "IOM og ROSA: 21 00 00 02 / 21 00 00 01", "ROSA eller
 * politiet 02800".
 */
function isOfAnother(
  { before, after }: { before: string; after: string },
  number: string,
  organizations: Organization[],
) {
  const isNamed = (name: string) =>
    new RegExp(`${escaped(name)} ?(?:,|/|&|og|and|eller|or) ?$`, 'i').test(before) ||
    new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'iu').test(after);
  return organizations.some(({ names, numbers }) => numbers.has(number) && names.some(isNamed));
}

/** "Postboks 5351 0304 Oslo" */
const isPostBox = (after: string) => /(?:\bp\.? ?o\.? ?box|boks) ?$/i.test(after);

/** Whether a number's owner is named right after it: "21 00 00 01 (ROSA)". */
const isOwnedAfter = (after: string, number: string, { organizations }: Reference) =>
  organizations.some(
    ({ names, numbers }) => numbers.has(number) && names.some(name => after.slice(0, 40).includes(name)),
  );

/** Short codes and numbers of eight digits are not held against each other. */
const kindOf = (number: string) => (number.startsWith('+') ? 'number' : 'code');

/**
 * What differs from the facts near a name.
 * @param isTold numbers that are told of already
 */
function nearNames(
  text: string,
  isTold: Set<string>,
  placeAt: (index: number, written: string) => Place | undefined,
  { organizations, ...reference }: Reference,
): Finding[] {
  const pattern = namePattern(organizations);
  const findings: Finding[] = [];
  let from = 0;
  for (const { index, text: written, number } of numbersIn(text)) {
    const end = index + written.length;
    const owner =
      ownerBefore(text, index, from, pattern, organizations) ?? helplineBehind(text, end, organizations);
    from = end;
    if (!owner || isTold.has(number) || owner.organization.numbers.has(number)) continue;
    if (isOwnedAfter(text.slice(end, end + 40), number, { organizations, ...reference })) continue;
    const { organization, name, after } = owner;
    if (isOfAnother(owner, number, organizations) || isPostBox(after)) continue;
    const known = [...organization.numbers].filter(other => kindOf(other) === kindOf(number));
    const isOfBranch = !organization.isHelpline && (isBranch(after) || !known.length);
    const facts = [...organization.numbers].map(shown).join(', ');
    findings.push(
      finding(
        isOfBranch ? 'number-of-branch' : 'number-differs',
        told`Near "${name}" stands ${shown(number)}. The facts have ${facts}.`,
        placeAt(index, written),
      ),
    );
    if (findings.length === mostOfAKind) break;
  }
  return findings;
}

/** Of whom a number is one slip away: of the helpline wherever it stands, of the others where the page names them. */
function slipFinder(
  document: Document,
  { helpline, numbers, organizations }: Reference,
): (number: string) => { rule: RuleId; of: string } | undefined {
  const named = namedIn(readText(document).text, organizations).flatMap(({ names, numbers: own }) =>
    [...own].map(number => ({ name: names[0], number })),
  );
  return number => {
    if (numbers.has(number)) return undefined;
    if (isSlipOf(number, helpline))
      return { rule: 'number-misspelt', of: `the helpline's ${shown(helpline)}` };
    const meant = named.find(other => isSlipOf(number, other.number));
    return meant && { rule: 'number-nearly', of: `${shown(meant.number)}, the number of ${meant.name}` };
  };
}

/** Each place once: text is read in two ways, and told of as it is first met. */
function once(findings: Finding[]) {
  const isTold: Set<string> = new Set();
  return findings.filter(({ rule, message, place }) => {
    const key = place ? `${rule} ${place.line}:${place.column}` : `${rule} ${message}`;
    return !isTold.has(key) && isTold.add(key);
  });
}

/** "ROSA/21 00 00 01" is no address, unlike "example.org/ROSA/21000001". As long as it was, so that places stay. */
const afterSlash = (text: string, { organizations }: Reference) =>
  text.replace(new RegExp(`(?<![/.\\w-])(?:${namePattern(organizations).source})/(?=\\d)`, 'gu'), name =>
    name.replace(/\/$/, ' '),
  );

/** @param embeds what is not the page's own */
export function ownTextFindings(
  document: Document,
  html: string,
  embeds: Embed[],
  reference: Reference,
): Finding[] {
  const nodes = new Set(embeds.map(({ node }) => node));
  const isLeftOut = (element: Element) => nodes.has(element);
  const { text: ownText, nodeAt } = readText(document, isLeftOut);
  const text = afterSlash(ownText, reference);
  const ownElements = new Set(elementsIn(document, isLeftOut));
  const inParts = readText(document, isLeftOut, true);
  const partsText = afterSlash(inParts.text, reference);
  const placeIn = numberPlaces(html);
  const placeAt = (index: number, written: string) => placeIn(nodeAt(index), written);
  const slipOf = slipFinder(document, reference);
  // Whether what stands in two elements belongs together, or beside each other, is up to their styles.
  const slips = slipsIn(
    partsText,
    number => reference.numbers.has(number),
    number => Boolean(slipOf(number)),
  );
  // What they set apart is read apart, too: "<b>ROSA</b><i>21 00 00 01</i>". As long as it was, so that places stay.
  const apartText = partsText.replaceAll(seam, ' ');
  const placeApart = (index: number, written: string) => placeIn(inParts.nodeAt(index), written);
  const isSlip = new Set(slips.map(({ number }) => number));
  const numbers = numbersIn(text);
  const numbersApart = numbersIn(apartText);
  const premiumIn = (found: typeof numbers, placeOfIt: typeof placeAt) =>
    found
      .filter(({ number }) => isPremium(number))
      .slice(0, mostOfAKind)
      .map(({ index, text: written }) =>
        finding('number-premium', told`${written} costs extra.`, placeOfIt(index, written)),
      );
  return [
    ...slips.slice(0, mostOfAKind).map(({ index, text: written, number }) => {
      const { rule, of } = slipOf(number) ?? {
        rule: number === reference.helpline ? 'number-misspelt' : 'number-nearly',
        of: shown(number),
      };
      return finding(
        rule,
        told`${written.replaceAll(seam, '')} is one slip away from ${of}.`,
        placeIn(inParts.nodeAt(index), written),
      );
    }),
    ...once([...premiumIn(numbers, placeAt), ...premiumIn(numbersApart, placeApart)]).slice(0, mostOfAKind),
    ...once([
      ...nearNames(text, isSlip, placeAt, reference),
      ...nearNames(apartText, isSlip, placeApart, reference),
    ]).slice(0, mostOfAKind),
    // What is written is told of once, where it is written.
    ...linkFindings(
      document,
      new Set([...numbers, ...numbersApart, ...slips].map(({ number }) => number)),
      slipOf,
      link => ownElements.has(link),
      reference,
    ).slice(0, mostOfAKind),
  ];
}

/** Whom a link says that it calls: "Ring ROSA", and not "Ring oss om ROSA", nor "IOM og ROSA". */
function namedBy(line: string, organizations: Organization[]) {
  const [name, another] = line.matchAll(namePattern(organizations));
  if (!name || another || !/^(?:(?!om|about)\p{L}+:? ){0,2}$/u.test(line.slice(0, name.index)))
    return undefined;
  const after = line
    .slice(name.index + name[0].length)
    .replace(helplineAfter, '')
    .replace(atAnyTime, '');
  return /\p{L}|\d/u.test(after) ? undefined : organizations.find(({ names }) => names.includes(name[0]));
}

/** What may follow the name in a link that still calls whoever is named: "Ring ROSA nå". */
const atAnyTime =
  /(?<!\p{L})(?:nå|no|now|her|here|i dag|today|gratis|free|døgnet rundt|hele døgnet|heile døgnet|day and night|24\/7)(?!\p{L})/giu;

/** What a name may go on to say that it is: "ROSA hjelpetelefon". */
const helplineAfter = new RegExp(
  `^[ -](?:${wordsOf(country().claims?.helpline).map(escaped).join('|')})\\p{L}*`,
  'iu',
);

const beforeNumber = new RegExp(`^(?:${callWords.join('|')})\\b[.:]?`, 'gimu');

/** What calls and is no link of HTML: a form, a button of one, a formula. */
const othersThatCall = (document: Document) =>
  [...elementsIn(document)].flatMap(link =>
    link.attrs.flatMap(({ name, value: href }) =>
      (/^(?:form)?action$/.test(name) || (name === 'href' && !['a', 'area'].includes(link.tagName))) &&
      calledBy(href) !== undefined
        ? { link, href }
        : [],
    ),
  );

/**
 * Links that call, everywhere on the page.
 * @param written the numbers in the own text
 * @param isOwn whether a link is the page's own
 */
function linkFindings(
  document: Document,
  written: Set<string>,
  slipOf: ReturnType<typeof slipFinder>,
  isOwn: (link: Element) => boolean,
  { numbers, organizations }: Reference,
): Finding[] {
  return [...linksIn(document), ...othersThatCall(document)].flatMap(({ link, href }) => {
    const number = calledBy(href);
    const place = placeOf(link);
    const label = shownBy(link);
    const all = [label, saidOf(link)].flatMap(words => numbersIn(words)[0] ?? []);
    const [first = number === undefined ? undefined : emergencyIn(label)] = all;
    const seen = all.find(other => other.number !== number) ?? first;
    if (number === undefined)
      return seen &&
        numbers.has(seen.number) &&
        !/\p{L}/u.test(label.replace(beforeNumber, '').replace(namePattern(organizations), ''))
        ? finding('link-calls-nobody', told`The link shows ${seen.text} and leads to ${href}.`, place)
        : [];
    if (seen && seen.number !== number)
      return finding(
        'link-text-differs',
        told`The link shows ${seen.text} and calls ${shown(number) || 'nobody'}.`,
        place,
      );
    const isForeign = number.startsWith('+') && !number.startsWith(`+${country().telephone.calling_code}`);
    const slip = isForeign ? undefined : slipOf(number);
    const lines = seen || slip || !isOwn(link) ? [] : [...label.split(hardBreak), saidOf(link)];
    const line = lines.find(one => namedBy(one, organizations)) ?? '';
    const owner = namedBy(line, organizations);
    // Others may have numbers that the facts do not have.
    if (owner?.isHelpline && !owner.numbers.has(number) && number.startsWith('+'))
      return finding(
        'number-differs',
        told`The link "${line}" calls ${shown(number)}. The facts have ${[...owner.numbers].map(shown).join(', ')}.`,
        place,
      );
    if (numbers.has(number) || written.has(number)) return [];
    if (isPremium(number))
      return finding('number-premium', told`A link calls ${shown(number)}, which costs extra.`, place);
    return slip
      ? finding(slip.rule, told`A link calls ${shown(number)}, one slip away from ${slip.of}.`, place)
      : [];
  });
}
