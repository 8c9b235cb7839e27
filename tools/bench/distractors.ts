/**
 * A country's worth of services around the bundled ones, made by a seeded generator: the same each time. The municipalities
 * do not exist, and no telephone number of Norway begins with 0.
 *
 * They are what a municipality has beside the help that this library is about, in the words of such pages, many of which
 * people in need type too (help, advice, free, children, work, home, money, doctor, night). None of them is the answer to
 * a query of queries/: no shelter, no police, no permits, no helpline, no journey home.
 */
import { join } from 'node:path';
import type { Directory, Service } from 'havn-widgets/directory';
import { readJson } from '../build/read-json.js';

export type { Directory };

type Language = 'en' | 'nb' | 'pl' | 'uk' | 'ar';

/**
 * `kinds`: name and description of each, with the needs that it has of our list. `tails`: what follows, how it is found,
 * when, for whom.
 */
const { kinds, tails } = readJson<{
  kinds: { needs: string[]; texts: Record<Language, [name: string, description: string]> }[];
  tails: Record<Language, string[]>;
}>(join(import.meta.dirname, 'distractors.json'));

const beginnings =
  'Ek Fjell Furu Gran Gråstein Hegg Hval Kvit Kvern Lang Lav Lyng Mose Myr Nes Old Ospe Rogn Sauda Selje Skog Stor Svart Sør Tind Tuv Tverr Ulve Vass Øy Ør Ås'.split(
    ' ',
  );
const ends =
  'berg botn bygda dal eid fjord foss heim holm hov land li mark mo nes rud sjø strand sund tun vang vik voll ås øya'.split(
    ' ',
  );

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One of a list.
 * @param random see `seeded`
 */
export function oneOf<One>(list: readonly One[], random: () => number): One {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('There is nothing to take one of');
  return one;
}

/**
 * A directory with so many services more, after its own.
 * @param language of their texts
 */
export function withDistractors(directory: Directory, count: number, language: Language): Directory {
  const random = seeded(7);
  const pick = <One>(list: readonly One[]) => oneOf(list, random);
  /** @param name with the letters of an address */
  const plain = (name: string) => name.toLowerCase().replace(/å/g, 'a').replace(/ø/g, 'o');
  const municipalities = beginnings.flatMap(beginning => ends.map(end => beginning + end));
  const organizations = municipalities.map(name => ({
    id: `municipality-${plain(name)}`,
    name: `${name} kommune`,
    description: '',
    x_source: { document: `${name}.example`, section: 'Tjenester' },
  }));
  const services: Service[] = [];
  for (let number = 0; number < count; number++) {
    const place = pick(municipalities);
    const { needs, texts } = pick(kinds);
    const [name, description] = texts[language];
    const host = `${plain(place)}.example`;
    const further = new Set([pick(tails[language]), pick(tails[language])]);
    services.push({
      id: `distractor-${number}`,
      organization_id: `municipality-${plain(place)}`,
      name: `${name}, ${place}${number < municipalities.length * kinds.length ? '' : ` ${number % 40}`}`,
      description: [description, ...further].join(' ').replaceAll('{place}', place),
      status: 'active',
      email: `post@${host}`,
      url: `https://${host}/${number}`,
      phones: [{ number: `+470${String(number).padStart(7, '0')}` }],
      service_areas: [{ name: place }],
      x_audience: ['person', 'helper', 'professional'],
      x_needs: needs,
      x_source: { document: host, section: name },
    });
  }
  return {
    ...directory,
    services: [...directory.services, ...services],
    organizations: [...directory.organizations, ...organizations],
  };
}
