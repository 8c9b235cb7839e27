/** The finder's property `directory`: the page's own services, or a source that answers each search. */

import type { Query, SearchResult } from '../../src/directory/search/search.js';
import type { Directory, Service } from '../../src/directory/types.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { aTimeout, expect, main, settled, show, until } from './helpers.js';
import { warningsOf } from './host.js';
import { all, cardNames, find, focused, hrefs, part, parts, text, textOf } from './on-screen.js';
import { click, type } from './reader.js';

const record = (name: string, fields: Partial<Service> = {}): Service => ({
  id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'nobody',
  organization_id: 'harbour',
  name,
  description: `Help at ${name}`,
  status: 'active',
  x_audience: ['person', 'helper'],
  x_needs: ['shelter'],
  x_areas: ['north'],
  x_source: { document: 'harbour.example', section: 'Services' },
  ...fields,
});
const directoryOf = (services: Service[]): Directory => ({
  services,
  organizations: [
    { id: 'harbour', name: 'Harbour of Eksempelvik', description: '', x_source: record('').x_source },
  ],
  needs: [
    { id: 'shelter', name: 'A berth' },
    { id: 'other', name: 'Nobody has it' },
  ],
  groups: [{ id: 'crew', name: 'Crew' }],
  areas: [{ id: 'north', name: 'The north' }],
});
const three = () => directoryOf([record('Quay'), record('Pier'), record('Jetty')]);

const shows = (finder: Element, ...names: string[]) => until(() => cardNames(finder).join() === names.join());
const bundled = async () => cardNames(await show('<havn-service-finder></havn-service-finder>'));

/** A source that answers when the test says so. */
function slowSource() {
  type Answer = (result: SearchResult) => void;
  const asked: { query: Query; resolve: Answer; reject: (reason: Error) => void }[] = [];
  return {
    asked,
    question: (index: number) => sure(asked[index]),
    search: (query: Query) =>
      new Promise<SearchResult>((resolve, reject) => asked.push({ query, resolve, reject })),
  };
}
/** A service in one of the bundled areas: a source cannot have its own areas. */
const found = (name: string, fields: Partial<Service> = {}) => record(name, { x_areas: ['oslo'], ...fields });
const answerOf = (...names: string[]): SearchResult => ({
  total: names.length,
  services: names.map(name => found(name)),
});

describe('the directory that a page sets', () => {
  it('is searched in place of the bundled services, with its own needs, groups and places', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = three();
    await shows(finder, 'Quay', 'Pier', 'Jetty');
    expect(textOf(part(finder, 'count'))).to.equal('3 services');
    expect(parts(finder, 'need').map(textOf)).to.deep.equal(['A berth']);
    expect(text(finder)).to.contain('Crew').and.to.contain('The north');
    await type(finder, 'peir');
    expect(cardNames(finder)).to.deep.equal(['Pier']);
    expect(textOf(part(finder, 'card')))
      .to.contain('Harbour of Eksempelvik')
      .and.to.contain('Added by the owner of this page: harbour.example: Services');
  });

  it('may be set before our script knows the tag', async () => {
    const finder = document.implementation.createHTMLDocument().createElement('havn-service-finder');
    finder.directory = three();
    main.append(finder);
    await shows(finder, 'Quay', 'Pier', 'Jetty');
  });

  it('shows nothing of what was found once the page is left, and asks anew', async () => {
    const all = await bundled();
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const source = slowSource();
    finder.directory = source;
    await until(() => source.asked.length === 1);
    source.question(0).resolve(answerOf('Quay', 'Pier'));
    await shows(finder, 'Quay', 'Pier');
    await type(finder, 'pier');
    await until(() => source.asked.length === 2);
    source.question(1).resolve(answerOf('Pier'));
    await shows(finder, 'Pier');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(find(finder, 'input').value).to.equal('');
    expect(cardNames(finder)).to.deep.equal(all);
    await until(() => source.asked.length === 3);
    expect(source.question(2).query.text).to.equal('');
    source.question(2).resolve(answerOf('Quay'));
    await shows(finder, 'Quay');
  });

  it('is another, or the bundled one again, as soon as it is set', async () => {
    const all = await bundled();
    const finder = await show('<havn-service-finder></havn-service-finder>');
    for (const nothing of [null, undefined]) {
      finder.directory = three();
      await shows(finder, 'Quay', 'Pier', 'Jetty');
      finder.directory = directoryOf([record('Slip')]);
      await shows(finder, 'Slip');
      finder.directory = nothing;
      await settled();
      expect(cardNames(finder)).to.deep.equal(all);
    }
  });

  it('is ignored where it is none, with one warning each', async () => {
    const all = await bundled();
    const get = () => {
      throw new Error('no');
    };
    const throwing = new Proxy({}, { get });
    for (const garbage of [7, 'text', true, Symbol('s'), [], {}, { services: [] }, () => 1, throwing]) {
      const finder = await show('<havn-service-finder></havn-service-finder>');
      const warnings = await warningsOf(async () => {
        Object.assign(finder, { directory: garbage });
        await aTimeout(50);
      });
      expect(warnings.length, String(typeof garbage)).to.equal(1);
      expect(warnings[0]).to.match(/<havn-service-finder>: ignores its "directory"/);
      expect(cardNames(finder)).to.deep.equal(all);
    }
  });

  it('leaves the helpline and 112 where nothing fits', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = three();
    await shows(finder, 'Quay', 'Pier', 'Jetty');
    await type(finder, 'zzzzqqqq');
    expect(hrefs(part(finder, 'empty'))).to.deep.equal([rosa.href, 'tel:112']);
  });

  for (const [words, first] of [
    ['they will kill me', ['Police emergency number', 'ROSA helpline']],
    ['he beats me', ['ROSA helpline', 'Police emergency number']],
    ['i am locked in', ['ROSA helpline', 'Police emergency number']],
    ['he rapes me', ['ROSA helpline']],
  ] as const)
    it(`has first whom to call where somebody types "${words}"`, async () => {
      for (const directory of [
        three(),
        directoryOf([record('He will beat me')]),
        { search: () => ({ total: 0, services: [] }) },
      ]) {
        const finder = await show('<havn-service-finder></havn-service-finder>');
        Object.assign(finder, { directory });
        await settled();
        await type(finder, words);
        expect(cardNames(finder).slice(0, first.length)).to.deep.equal(first);
      }
    });

  it('cannot alter a national service', async () => {
    const finder = await show('<havn-service-finder lang="nb"></havn-service-finder>');
    finder.directory = directoryOf([record('rosa-helpline', { phones: [{ number: '+4782012345' }] })]);
    await shows(finder, 'ROSAs hjelpetelefon');
    expect(part(finder, 'call').href).to.equal(rosa.href);
  });

  it('has links and numbers that are safe, and the others as text', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = directoryOf([
      record('Quay', {
        url: 'javascript:alert(1)',
        email: 'a@host.example?bcc=b@host.example',
        phones: [{ number: '829 12 345' }, { number: '+4733000001' }],
      }),
    ]);
    await shows(finder, 'Quay');
    const card = part(finder, 'card');
    expect(hrefs(card)).to.deep.equal(['tel:+4733000001']);
    expect(textOf(card)).to.contain('javascript:alert(1)').and.to.contain('829 12 345');
  });

  it('marks its cards at the head, with a quiet button and what each number is', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = directoryOf([
      record('Quay', {
        phones: [
          { number: '+4733000001', description: 'By day' },
          { number: '33 00 00 02', description: 'By night' },
          { number: '33', description: 'Lost' },
        ],
      }),
    ]);
    await shows(finder, 'Quay');
    const card = part(finder, 'card');
    expect(textOf(card)).to.match(/^Quay ?Added by the owner of this page/);
    const calls = all(card, '[part=call]');
    expect(calls.map(textOf)).to.deep.equal(['By day Call 33 00 00 01', 'By night Call 33 00 00 02']);
    expect(calls.some(call => call.classList.contains('call'))).to.equal(false);
    expect(textOf(card)).to.contain('Lost 33');
  });

  it('says that a service is open day and night as the page says, and never more', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = directoryOf([record('Quay', { x_open_day_and_night: true })]);
    await shows(finder, 'Quay');
    expect(textOf(part(finder, 'hours'))).to.equal('Open day and night, as its own page says');
    expect(part(finder, 'hours').classList.contains('open')).to.equal(false);
  });

  it('says how many of its records could not be shown, and tells the page what is wrong with them', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const told: string[][] = [];
    finder.addEventListener('havn-error', event =>
      told.push(
        (event as CustomEvent<{ errors: { pointer: string }[] }>).detail.errors.map(({ pointer }) => pointer),
      ),
    );
    const services = [record('Quay'), null, { name: 'Half' }, record('Quay')];
    Object.assign(finder, { directory: { ...three(), services } });
    await shows(finder, 'Quay');
    expect(textOf(part(finder, 'refused'))).to.contain('3');
    expect(told).to.have.length(1);
    for (const place of [1, 2, 3])
      expect(
        told[0]?.some(pointer => pointer.startsWith(`/services/${place}`)),
        `${place}`,
      ).to.equal(true);
  });

  it('of 500 services shows 50 at a time, each reached through another as it is said', async () => {
    const services = Array.from({ length: 500 }, (_, number) =>
      // The numbers begin at 1000, so that no name contains 112.
      record(`Quay ${1000 + number}`, {
        ...(number === 3 && { x_contact_through: 'quay-1499' }),
        ...(number === 499 && { phones: [{ number: '33 00 00 00 (Pier 7)' }, { number: '+4733000001' }] }),
      }),
    );
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = directoryOf(services);
    await until(() => textOf(part(finder, 'count')) === '500 services');
    expect(cardNames(finder)).to.have.length(50);
    expect(textOf(part(finder, 'card', 3))).to.match(/Quay 1499 ?Call 33 00 00 01/);
    await click(part(finder, 'more'));
    expect(cardNames(finder)).to.have.length(100);
    expect(focused(finder)).to.equal('Quay 1050');
  });

  it('with the same hits does not touch the cards', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = three();
    await shows(finder, 'Quay', 'Pier', 'Jetty');
    await type(finder, 'hel');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver(list => changes.push(...list));
    const list = find(finder, '.cards');
    observer.observe(list, { childList: true });
    for (const card of list.children)
      observer.observe(card, { attributes: true, characterData: true, childList: true, subtree: true });
    await type(finder, 'help');
    observer.disconnect();
    expect(changes).to.deep.equal([]);
    expect(cardNames(finder)).to.have.length(3);
  });
});

describe('a source that a page sets', () => {
  it('is asked for what is typed and chosen, and answers at once if it can', async () => {
    const queries: Query[] = [];
    const finder = await show('<havn-service-finder page-size="10"></havn-service-finder>');
    finder.directory = {
      search(query) {
        queries.push(query);
        return { ...answerOf('Quay'), organizations: three().organizations };
      },
    };
    await shows(finder, 'Quay');
    await type(finder, 'berth');
    expect(queries).to.deep.equal(
      ['', 'berth'].map(typed => ({
        text: typed,
        need: '',
        group: '',
        area: '',
        audience: 'person',
        limit: 10,
      })),
    );
    expect(textOf(part(finder, 'card'))).to.contain('Harbour of Eksempelvik');
  });

  it('leaves on screen what is there until it has answered: the bundled services at first', async () => {
    const all = await bundled();
    const source = slowSource();
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = source;
    await until(() => source.asked.length === 1);
    expect(cardNames(finder)).to.deep.equal(all);
    source.question(0).resolve(answerOf('Quay'));
    await shows(finder, 'Quay');
    await type(finder, 'pier');
    expect(cardNames(finder)).to.deep.equal(['Quay']);
    source.question(1).resolve(answerOf('Pier'));
    await shows(finder, 'Pier');
  });

  it('answers late to an older query, and is not heard', async () => {
    const source = slowSource();
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = source;
    await until(() => source.asked.length === 1);
    await type(finder, 'a');
    await type(finder, 'ab');
    source.question(2).resolve(answerOf('Newest'));
    await shows(finder, 'Newest');
    source.question(1).resolve(answerOf('Older'));
    source.question(0).reject(new Error('older'));
    await settled();
    expect(cardNames(finder)).to.deep.equal(['Newest']);
  });

  it('that has been replaced is not heard', async () => {
    const all = await bundled();
    const source = slowSource();
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = source;
    await until(() => source.asked.length === 1);
    finder.directory = null;
    source.question(0).resolve(answerOf('Quay'));
    await settled();
    expect(cardNames(finder)).to.deep.equal(all);
  });

  const broken = {
    throws({ text }: Query) {
      throw new Error(text);
    },
    'is rejected': ({ text }: Query) => Promise.reject(new Error(text)),
    'answers nothing': () => undefined,
    'answers no list': () => Promise.resolve({ total: 1 }),
  };
  for (const [what, search] of Object.entries(broken))
    it(`that ${what} leaves the bundled services searched, and says so once, without what is typed`, async () => {
      const finder = await show('<havn-service-finder></havn-service-finder>');
      const errors: Event[] = [];
      finder.addEventListener('havn-error', event => errors.push(event));
      const warnings = await warningsOf(async () => {
        Object.assign(finder, { directory: { search } });
        await until(() => errors.length > 0);
        await type(finder, 'lauras');
        await shows(finder, 'Lauras hus');
        await type(finder, 'nadheim');
        await shows(finder, 'Nadheim');
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).not.to.match(/lauras|nadheim/);
      expect(errors.length).to.equal(1);
      const error = sure(errors[0]);
      expect('detail' in error ? error.detail : null).to.equal(null);
    });

  it('that is there again is used again', async () => {
    let isThere = false;
    const finder = await show('<havn-service-finder></havn-service-finder>');
    const warnings = await warningsOf(async () => {
      finder.directory = {
        search: async () => (isThere ? answerOf('Quay') : Promise.reject(new Error('away'))),
      };
      await aTimeout(50);
      isThere = true;
      await type(finder, 'quay');
      await shows(finder, 'Quay');
    });
    expect(warnings.length).to.equal(1);
  });

  it('of half a page at a time goes on at the first new card when it has come', async () => {
    const source = slowSource();
    const finder = await show('<havn-service-finder page-size="2"></havn-service-finder>');
    finder.directory = source;
    await until(() => source.asked.length === 1);
    source.question(0).resolve({ ...answerOf('One', 'Two'), total: 3 });
    await shows(finder, 'One', 'Two');
    part(finder, 'more').click();
    await until(() => source.asked.length === 2);
    expect(source.question(1).query.limit).to.equal(4);
    source.question(1).resolve(answerOf('One', 'Two', 'Three'));
    await shows(finder, 'One', 'Two', 'Three');
    expect(focused(finder)).to.equal('Three');
  });

  it('shows no professional’s service to a person', async () => {
    const finder = await show('<havn-service-finder></havn-service-finder>');
    finder.directory = {
      search: () => ({
        total: 2,
        services: [found('Quay'), found('Pier', { x_audience: ['professional'] })],
      }),
    };
    await shows(finder, 'Quay');
  });
});
