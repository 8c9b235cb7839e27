/** Fictional services, as many as are asked for: the same for the same number, on every machine, one at a time. */
import type { Service } from '../../src/directory/types.js';
import { oneOf, seeded } from '../../tools/bench/distractors.js';

const beginnings =
  'Ask Bjerk Ein Fjell Furu Gran Grønn Hassel Holm Kvit Lang Lille Lind Mork Nord Ny Orm Raud Rogn Sand Selje Skog Sol Stein Stor Sør Vest Ytre Øst Åker'.split(
    ' ',
  );
const endings =
  'berg bru bygd dal eid elv fjord foss gard haug havn heim hus land lia mark mo nes odden rud sand seter sjø stad strand sund tun vik voll ås øy'.split(
    ' ',
  );
const kinds: [name: string, need: string, description: string][] = [
  ['Krisesenteret i', 'shelter', 'Et trygt sted å bo for den som er utsatt for vold i nære relasjoner.'],
  ['Familievernkontoret i', 'counselling', 'Samtaler for par, foreldre og barn.'],
  ['Barnevernsvakten i', 'child-welfare', 'Tar imot bekymringer for barn, også om kvelden.'],
  ['Legevakten i', 'health', 'Undersøkelse, behandling og smittevern.'],
  ['Sosialtjenesten i', 'money', 'Økonomisk sosialhjelp og midlertidig botilbud.'],
  ['Rettshjelpen i', 'residence-permit', 'Gratis råd om opphold, vergemål og erstatning.'],
  ['Arbeidsmarkedstjenesten i', 'work', 'Norskkurs, praksisplass og råd om lønn og arbeidskontrakt.'],
  ['Frivilligsentralen i', 'follow-up', 'Følge til avtaler, leksehjelp og språkkafé.'],
  ['Innvandrerrådgivningen i', 'information', 'Informasjon om rettigheter på mange språk.'],
];
const syllables =
  'ba de fri gol hen ilk jor kva lum mes nor opp pla ril sko tev und vas yri zel ærl øde åst'.split(' ');

export function* fictionalServices(count: number): Generator<Service> {
  const random = seeded(count);
  const pick = <One>(list: readonly One[]) => oneOf(list, random);
  // A few words are frequent, most are rare, as in every language.
  const word = () => {
    const rank = Math.floor(Math.exp(random() * Math.log(50_000)));
    return [rank % 23, Math.floor(rank / 23) % 23, Math.floor(rank / 529) % 23, Math.floor(rank / 12167)]
      .map(place => syllables[place])
      .join('');
  };
  for (let index = 0; index < count; index++) {
    const town = `${pick(beginnings)}${pick(endings)}`;
    const [name, need, description] = pick(kinds);
    yield {
      id: `fiktiv-${index}`,
      organization_id: `kommune-${Math.floor(index / 50)}`,
      name: `${name} ${town}`,
      description: `${description} ${Array.from({ length: 20 }, word).join(' ')}.`,
      status: 'active',
      phones: [{ number: `+4733${String(index % 1_000_000).padStart(6, '0')}` }],
      service_areas: [{ name: town }],
      ...(random() < 0.2 && { x_groups: [pick(['women', 'men', 'children'])] }),
      x_audience: random() < 0.05 ? ['professional'] : ['person', 'helper', 'professional'],
      x_needs: [need],
      x_source: { document: 'fiktiv.example', section: 'Oversikt' },
    };
  }
}
