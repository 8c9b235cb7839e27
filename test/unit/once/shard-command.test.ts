import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  loadDirectory,
  mergeOverlay,
  type Organization,
  type Query,
  readOverlay,
  type Service,
  search,
} from 'havn-widgets/directory';
import { fold } from '../../../dist/npm/directory/search/fold.js';
import { readManifest } from '../../../dist/npm/directory/shards/manifest.js';
import { shardSource } from '../../../dist/npm/directory/shards/shard-source.js';
import { wordsIn } from '../../../dist/npm/directory/shards/words.js';
import { countWords, indexOf, wordsOfService } from '../../../tools/desk/shard/index.js';
import { folderFor } from '../../folder.js';
import { sure } from '../../sure.js';
import { havn, havnAlone } from '../desk.js';
import { fictionalServices } from '../fictional-services.js';

const example: { services: [Service, Service, Service]; organizations: [Organization, Organization] } =
  JSON.parse(readFileSync('demo/partners/municipality/local-services.json', 'utf8'));
const root = folderFor('shard');

let count = 0;
/**
 * A folder with these files.
 * @param files text, or what becomes JSON
 */
function folderOf(files: Record<string, unknown>) {
  const folder = join(root, `input-${count++}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** In a process of its own: Pagefind works once in each. */
const command = (...words: string[]) => havnAlone(['shard', ...words]);

/** @returns the content of its files, by path */
const filesOf = (folder: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path)]),
  );

/** A source as a page has it, with the paths that it has read. */
function sourceOf(
  folder: string,
  language = 'nb',
  manifest = readManifest(readFileSync(join(folder, 'shards.json'), 'utf8')),
) {
  const read: string[] = [];
  const source = shardSource(
    async path => {
      read.push(path);
      return new Uint8Array(gunzipSync(readFileSync(join(folder, path))));
    },
    manifest,
    () => ({ directory: loadDirectory(), language }),
  );
  return {
    read,
    manifest,
    search: async (query: Query) => source.search(query),
    /** The ids of what is found and is not national. */
    found: async (query: Query) =>
      (await source.search(query)).services.filter(({ x_local }) => x_local).map(({ id }) => id),
  };
}

const good = { 'services.json': example.services, 'organizations.json': example.organizations };

describe('npm run havn -- shard', () => {
  test('a good folder: files for a server, a word on what there is, exit 0', async () => {
    const folder = folderOf(good);
    const { status, lines } = command(folder);
    assert.deepEqual(lines, [`${folder}/shards: 3 services of 2 organisations; nothing is left out.`]);
    assert.equal(status, 0);
    const { found, search } = sourceOf(join(folder, 'shards'));
    assert.deepEqual(await found({ text: 'krisesenteret' }), ['eksempelvik-krisesenter']);
    const { services, organizations } = await search({ text: 'krisesenteret eksempelvik' });
    assert.equal(services[0]?.name, 'Krisesenteret i Eksempelvik');
    assert.equal(services[0]?.x_language, 'nb');
    assert.equal(organizations?.[0]?.name, 'Eksempelvik kommune');
  });

  test('one record a file does the same, and the same input gives the same bytes', () => {
    const alone = Object.fromEntries([
      ...example.services.map(one => [`services/${one.id}.json`, one]),
      ...example.organizations.map(one => [`organizations/${one.id}.json`, one]),
    ]);
    const folders = [folderOf(good), folderOf(alone)];
    for (const [index, folder] of folders.entries())
      assert.equal(command(folder, '--out', join(root, `same-${index}`)).status, 0);
    const [one, other] = folders.map((_, index) => filesOf(join(root, `same-${index}`)));
    assert.deepEqual(one, other);
    assert.ok(Object.keys(sure(one)).length >= 4);
  });

  test('what is refused is said with file, pointer and reason; the rest is there, exit 0', async () => {
    const [shelter, police, third] = example.services;
    const allDay = {
      freq: 'WEEKLY',
      byday: 'MO,TU,WE,TH,FR,SA,SU',
      opens_at: '00:00',
      closes_at: '24:00',
    };
    const folder = folderOf({
      ...good,
      'services.json': [
        { ...shelter, phones: [{ number: '112' }] },
        { ...police, id: 'rosa-helpline' },
        { ...third, schedules: [allDay] },
        { ...shelter, id: 'good-one' },
        { ...shelter, id: 'good-one', name: 'Again' },
        { ...shelter, id: 'of-nobody', organization_id: 'nobody' },
        'text',
      ],
    });
    const { status, lines } = command(folder);
    const at = `${folder}/services.json: `;
    assert.match(lines.find(line => line.startsWith(`${at}/0/phones/0/number: `)) ?? '', /emergency/);
    assert.match(lines.find(line => line.startsWith(`${at}/1/id: `)) ?? '', /national record/);
    assert.match(lines.find(line => line.startsWith(`${at}/2/schedules: `)) ?? '', /24-hour line/);
    assert.match(lines.find(line => line.startsWith(`${at}/4/id: `)) ?? '', /earlier record/);
    assert.match(lines.find(line => line.startsWith(`${at}/5/organization_id: `)) ?? '', /organisation/);
    assert.match(lines.find(line => line.startsWith(`${at}/6: `)) ?? '', /has no id/);
    assert.match(lines.at(-1) ?? '', /: 1 service of 1 organisation; \d+ faults\.$/);
    assert.equal(status, 0);
    assert.deepEqual(await sourceOf(join(folder, 'shards')).found({}), ['good-one']);
  });

  test('what a record says is not obeyed: it moves no cursor and begins no line', () => {
    const forged = '\u001b[2J\n::error::x\u202e';
    const [shelter] = example.services;
    const { lines } = command(
      folderOf({
        ...good,
        'services.json': [...example.services, { ...shelter, id: 'b', x_translations: { [forged]: 1 } }],
      }),
    );
    const { stderr } = command(folderOf({ ...good, 'services.json': `[${forged}` }));
    assert.match(lines.join('\n'), /::error::x/);
    assert.match(stderr, /is not JSON/);
    for (const text of [...lines, stderr]) assert.doesNotMatch(text, /\p{Cc}|\p{Cf}|^::/u);
  });

  test('a file in another encoding than UTF-8 is not published with broken letters', () => {
    const from = folderOf(good);
    writeFileSync(join(from, 'services.json'), Buffer.from(JSON.stringify(example.services), 'latin1'));
    const { status, stderr } = command(from);
    assert.match(stderr, /services\.json: is not in UTF-8/);
    assert.notEqual(status, 0);
  });

  test('a record nested as deep as it likes is refused, and the others are there', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const [shelter] = example.services;
    const nested = (record: object) => JSON.stringify(record).replace(/}$/, `,"x":${deep}}`);
    const folder = folderOf({
      'services/a.json': example.services,
      'services/b.json': nested({ ...shelter, id: 'b' }),
      'organizations/a.json': example.organizations,
      'organizations/b.json': nested({ ...example.organizations[0], id: 'b' }),
    });
    const { status, lines } = command(folder);
    assert.deepEqual(lines.slice(0, 2), [
      `${folder}/organizations/b.json: : is nested too deep`,
      `${folder}/services/b.json: : is nested too deep`,
    ]);
    assert.match(lines[2] ?? '', /: 3 services of 2 organisations; 2 faults\.$/);
    assert.equal(status, 0);
  });

  test('a refused organisation is told once, and takes its services along', () => {
    const [shelter, police, third] = example.services;
    const of = (service: Service) => ({ ...service, organization_id: 'bad' });
    const folder = folderOf({
      'services.json': [of(shelter), of(police), { ...third, organization_id: 'eksempelvik-kommune' }],
      'organizations.json': [...example.organizations, { ...example.organizations[0], id: 'bad', name: '' }],
    });
    const { lines } = command(folder);
    assert.equal(lines.filter(line => line.includes('organizations.json: /2/name')).length, 1);
    assert.equal(lines.filter(line => /services\.json: \/[01]\/organization_id/.test(line)).length, 2);
  });

  test('an organisation below more than 32 others is refused once, not looked up for each service', () => {
    const [shelter] = example.services;
    const [town] = example.organizations;
    const chain = Array.from({ length: 2000 }, (_, index) => ({
      ...town,
      id: `level-${index}`,
      ...(index && { parent_organization_id: `level-${index - 1}` }),
    }));
    const services = Array.from({ length: 1000 }, (_, index) => ({
      ...shelter,
      id: `service-${index}`,
      organization_id: 'level-1999',
    }));
    const { status, lines } = command(
      folderOf({
        'organizations.json': chain,
        'services.json': [...services, { ...shelter, organization_id: 'level-32' }],
      }),
    );
    assert.equal(status, 0);
    const of = (place: string) => lines.filter(line => line.includes(place));
    assert.deepEqual(of('organizations.json: /32/'), []);
    assert.match(of('organizations.json: /33/').join('\n'), /parent_organization_id: has more than 32/);
    // Each is counted; a log of hostile faults has an end.
    assert.match(sure(lines.at(-1)), / 1 service of 1 organisation; 2967 faults\./);
    assert.equal(lines.length, 1001);
  });

  test('a service that is reached through another one brings it along, wherever that stands', async () => {
    const [shelter] = example.services;
    const house = {
      ...shelter,
      id: 'house',
      name: 'Aaa',
      x_contact_through: 'last',
      phones: undefined,
      x_translations: undefined,
    };
    const others = Array.from({ length: 40 }, (_, index) => ({
      ...shelter,
      id: `m-${index}`,
      name: `Mmm ${index}`,
    }));
    const folder = folderOf({
      'organizations.json': example.organizations,
      'services/a.json': house,
      'services/b.json': [...others, { ...shelter, id: 'last', name: 'Zzz' }],
    });
    assert.equal(command(folder).status, 0);
    const result = await sourceOf(join(folder, 'shards')).search({ text: 'aaa' });
    assert.equal(result.services[0]?.id, 'house');
    assert.deepEqual(
      ('contacts' in result ? (result.contacts as Service[]) : []).map(({ id }) => id),
      ['last'],
    );
  });

  describe('over a build that is served', () => {
    const out = join(root, 'served');
    before(() => assert.equal(command(folderOf(good), '--out', out).status, 0));

    for (const [what, files, reason] of [
      ['no JSON', { ...good, 'services.json': '[{' }, /services\.json: is not JSON/],
      ['no services', { 'organizations.json': [] }, /has neither services\.json nor services\/\*\.json/],
      ['no organisations', { 'services.json': example.services }, /has neither organizations\.json nor/],
      ['a file where services lie', { 'organizations.json': [], services: '' }, /has neither services\.json/],
      ['nothing that is right', { ...good, 'services.json': [{ id: 'a' }] }, /no service is left/],
      ['an empty list', { ...good, 'services.json': [] }, /no service is left/],
    ] as [string, Record<string, unknown>, RegExp][])
      test(`a folder with ${what}: exit 1, and what was served stays`, () => {
        const before = filesOf(out);
        assert.ok(before['shards.json']);
        const { status, stderr } = command(folderOf(files), '--out', out);
        assert.match(stderr, reason);
        assert.equal(status, 1);
        assert.deepEqual(filesOf(out), before);
        assert.deepEqual(
          readdirSync(dirname(out)).filter(name => name.startsWith(`${basename(out)}.new`)),
          [],
        );
      });

    test('a folder with a device behind a link, or a file that fills the memory: exit 1', () => {
      const [linked, huge] = [folderOf(good), folderOf(good)];
      rmSync(join(linked, 'services.json'));
      symlinkSync('/dev/null', join(linked, 'services.json'));
      truncateSync(join(huge, 'services.json'), 2 ** 30);
      for (const [folder, reason] of [
        [linked, 'is no file'],
        [huge, 'is larger than 256 MB'],
      ] as const) {
        const { status, stderr } = command(folder, '--out', out);
        assert.equal(status, 1, stderr);
        assert.equal(stderr, `${folder}/services.json: ${reason}`);
      }
    });

    test('what lies beside the folder or in it and is none of a build stays', () => {
      const beside = join(`${out}.new`, 'mine.txt');
      mkdirSync(dirname(beside));
      writeFileSync(beside, 'mine');
      const folder = folderOf(good);
      assert.equal(command(folder, '--out', out).status, 0);
      assert.equal(readFileSync(beside, 'utf8'), 'mine');
      const inside = join(out, 'index.html');
      writeFileSync(inside, 'mine');
      const { status, stderr } = command(folder, '--out', out);
      assert.equal(status, 2);
      assert.match(stderr, /something else.*index\.html/);
      assert.equal(readFileSync(inside, 'utf8'), 'mine');
    });
  });

  test('no folder, a file, a folder of something else to write to, no language: exit 2', async () => {
    const folder = folderOf(good);
    const refused = async (...words: string[]) => {
      const { status, stderr } = await havn(['shard', ...words]);
      assert.equal(status, 2, words.join(' '));
      return stderr;
    };
    assert.match(await refused(), /shard DIR/);
    await refused(join(root, 'none'));
    await refused(join(folder, 'services.json'));
    await refused(folder, '--out', folder);
    assert.match(await refused(folder, '--out', join(folder, 'services.json')), /is no folder/);
    // Named as a part of a build, and none: of somebody else, or what is read itself.
    const alike = join(root, 'alike');
    const own = join(alike, 'abcdef012345');
    mkdirSync(own, { recursive: true });
    for (const [name, content] of Object.entries(good))
      writeFileSync(join(own, name), JSON.stringify(content));
    assert.match(await refused(folder, '--out', alike), /something else/);
    writeFileSync(join(alike, 'shards.json'), '{"build":"abcdef012345"}');
    assert.match(await refused(own, '--out', alike), /holds what is read/);
    assert.match(await refused(own, '--out', `${own}/../../alike/.`), /holds what is read/);
    writeFileSync(join(alike, 'shards.json'), '{"build":"000000000000"}');
    assert.match(await refused(folder, '--out', alike), /something else/);
    assert.ok(existsSync(join(own, 'services.json')));
    await refused(folder, '--language', 'Norsk!');
    await refused(folder, '--what');
    assert.ok(existsSync(join(folder, 'services.json')));
  });
});

describe('a search of shards', async () => {
  const many = [...fictionalServices(900)];
  const organizations = [...new Set(many.map(({ organization_id }) => organization_id))].map(id => ({
    ...example.organizations[0],
    id,
  }));
  const folder = folderOf({ 'services.json': many, 'organizations.json': organizations });
  assert.equal(command(folder).status, 0);
  const source = sourceOf(join(folder, 'shards'));
  /** The same services as a host's own of one page, in pieces of what that may hold. */
  const own = [0, 300, 600].flatMap(start =>
    mergeOverlay(
      loadDirectory(),
      readOverlay(
        JSON.stringify({ services: many.slice(start, start + 300), organizations }),
        loadDirectory(),
      ),
      'nb',
    ).services.filter(({ x_local }) => x_local),
  );

  for (const query of [
    { text: 'krisesenteret' },
    { text: 'krisesenteret i sandvik' },
    { text: 'skogfoss legevakten', need: 'health' },
    { text: 'rettshj' },
    { text: 'barnevernvsakten' },
    { text: 'smittevern', group: 'women' },
    { text: 'shelter' },
    { text: 'krisesenteret', audience: 'helper' as const },
    { need: 'work', area: 'oslo' },
  ])
    test(`finds what the search of one page finds: ${JSON.stringify(query)}`, async () => {
      const page = { ...loadDirectory(), services: own };
      const expected = search(page, query).services.map(({ id }) => id);
      const known = new Set(own.map(({ id }) => id));
      const answer = await source.found({ ...query, limit: 900 });
      const among = answer.filter(id => known.has(id));
      assert.ok(expected.length > 0);
      assert.deepEqual(among.toSorted(), expected.toSorted());
    });

  test('a word that nearly all have need not fit, and counts where it does', async () => {
    const manifest = readManifest(readFileSync(join(folder, 'shards/shards.json'), 'utf8'));
    const { services: all } = await source.search({ text: 'krisesenteret', limit: 900 });
    const town = all.find(({ x_local }) => x_local)?.name.split(' ')[2] ?? '';
    const of = (common: string[]) => sourceOf(join(folder, 'shards'), 'nb', { ...manifest, common });
    const text = `krisesenteret ${town}`;
    const strict = await of([]).found({ text, limit: 900 });
    const loose = await of([fold(town)]).found({ text, limit: 900 });
    assert.ok(strict.length < loose.length);
    assert.deepEqual(loose.slice(0, strict.length), strict);
  });

  test('reads a few files for a query, and none twice', async () => {
    const { found, read } = sourceOf(join(folder, 'shards'));
    await found({ text: 'krisesenteret', limit: 10 });
    await found({ text: 'krisesenteret', limit: 10 });
    assert.ok(read.length <= 8, read.join('\n'));
    assert.equal(new Set(read).size, read.length);
  });

  test('has the number of all, and at most as many services as are asked for', async () => {
    const { total, services } = await source.search({ text: 'krisesenteret', limit: 7 });
    assert.equal(services.length, 7);
    assert.ok(total > 50, String(total));
  });

  test('a service whose texts say no more than its name keeps its place, and the others theirs', async () => {
    const [shelter] = example.services;
    const bare = (name: string, description = name) => ({
      id: name.toLowerCase(),
      organization_id: 'runner',
      name,
      description,
      status: shelter.status,
      x_audience: shelter.x_audience,
      x_source: shelter.x_source,
    });
    const runner = { ...example.organizations[0], id: 'runner', name: 'Runner', description: 'Runner' };
    const input = folderOf({
      'services.json': [bare('Alfa'), bare('Bravo'), bare('Charlie', 'Noe annet')],
      'organizations.json': [{ ...runner, x_translations: undefined }],
    });
    assert.equal(command(input).status, 0);
    for (const id of ['alfa', 'bravo', 'charlie'])
      assert.deepEqual(await sourceOf(join(input, 'shards')).found({ text: id }), [id]);
  });

  test('the name goes before the need before the text, and whole words before beginnings before slips', async () => {
    const [shelter] = example.services;
    const of = (id: string, fields: object) => ({
      ...shelter,
      x_translations: undefined,
      alternate_name: undefined,
      name: 'Huset',
      x_needs: ['police'],
      ...fields,
      id,
    });
    const input = folderOf({
      'organizations.json': example.organizations,
      'services.json': [
        of('a-text', { description: 'A shelter.' }),
        of('b-slip', { name: 'Shellter' }),
        of('c-need', { x_needs: ['shelter'] }),
        of('d-beginning', { name: 'Sheltering' }),
        of('e-name', { name: 'Shelter' }),
      ],
    });
    assert.equal(command(input).status, 0);
    assert.deepEqual(await sourceOf(join(input, 'shards')).found({ text: 'shelter' }), [
      'e-name',
      'd-beginning',
      'c-need',
      'b-slip',
      'a-text',
    ]);
  });

  test('a file that cannot be had rejects, and is asked for again', async () => {
    const manifest = readManifest(readFileSync(join(folder, 'shards/shards.json'), 'utf8'));
    let asked = 0;
    const broken = shardSource(
      async () => {
        asked++;
        throw Error('gone');
      },
      manifest,
      () => ({ directory: loadDirectory(), language: 'nb' }),
    );
    await assert.rejects(async () => broken.search({ text: 'krisesenteret' }), /gone/);
    const before = asked;
    await assert.rejects(async () => broken.search({ text: 'krisesenteret' }), /gone/);
    assert.ok(asked > before);
  });
});

describe('words that very many services have', () => {
  const texts = (services: number) =>
    Array.from({ length: services }, (_, index) => ({
      names: new Set(['navn']),
      texts: new Set(['og', `ord${index % 20}`]),
    }));

  test('are told from the others, in a large directory alone', () => {
    assert.deepEqual([...countWords(texts(10_000)).common], ['og']);
    assert.equal(countWords(texts(9999)).common.size, 0);
  });
});

describe('an index that is too large for the memory', () => {
  test('is made in several goes, and holds the same words', async () => {
    const services = [...fictionalServices(300)].map(service => wordsOfService(service, undefined));
    const known = countWords(services);
    /** @returns what each word tells */
    const indexed = async (most: number): Promise<Map<string, unknown>> => {
      const folder = join(root, `index-${most}`);
      const files = await indexOf(() => services, known, folder, most);
      const firsts = files.map(([first]) => first);
      assert.deepEqual(firsts, firsts.toSorted());
      const words = files.flatMap(([, name]) =>
        wordsIn(new Uint8Array(gunzipSync(readFileSync(join(folder, `unknown_${name}.pf_index`)))), 300),
      );
      return new Map(words.filter(({ word }) => word !== '_').map(({ word, ...places }) => [word, places]));
    };
    const whole = await indexed(1_000_000);
    assert.equal(whole.size, known.counts.size);
    assert.deepEqual(await indexed(2000), whole);
  });
});

test('a manifest without sets is none', () => {
  const manifest = {
    format: 1,
    build: 'a',
    services: 1,
    perFile: 16,
    common: [],
    words: [],
    sets: { 'audience-person': true },
  };
  assert.deepEqual(readManifest(JSON.stringify(manifest)), manifest);
  for (const sets of [null, undefined, 7])
    assert.throws(() => readManifest(JSON.stringify({ ...manifest, sets })), /no manifest/);
  // A hostile server: more than a telephone holds.
  const words = Array(100_000).fill(['a', 'file']);
  for (const fault of [
    { words },
    { common: Array(100_000).fill('a') },
    { words: [['a'.repeat(300), 'file']] },
  ])
    assert.throws(() => readManifest(JSON.stringify({ ...manifest, ...fault })), /no manifest/);
});

describe('a file of words', () => {
  const whole = new Uint8Array(
    Buffer.from(
      'pagefind_dcd\u0081\u0081\u0083chei\u0082\u0083\u0000\u0082\u0038\u0018\u0003\u0080\u0083\u0007\u0080\u0082\u0020\u0001\u0080',
      'latin1',
    ),
  );

  test('says for each word in whose names and in whose texts it is', () => {
    assert.deepEqual(wordsIn(whole, 8), [{ word: 'hei', inNames: [7], inTexts: [0] }]);
  });

  test('throws where a place is beyond the services', () => {
    assert.throws(() => wordsIn(whole, 7), /beyond/);
  });

  /** A file of words, each with these places as they are written, one after the other. */
  const fileOf = (words: string[], steps: number[] = []) => {
    const head = (kind: number, length: number) =>
      length < 24
        ? [(kind << 5) | length]
        : [(kind << 5) | 26, length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
    const places = [...head(4, steps.length), ...steps.flatMap(step => [0x82, step, 0x81, 0])];
    const entries = words.map(word => {
      const bytes = [...new TextEncoder().encode(word)];
      return Uint8Array.from([0x82, ...head(3, bytes.length), ...bytes, ...places]);
    });
    const list = head(4, entries.length);
    return Buffer.concat([Buffer.from('pagefind_dcd'), Uint8Array.from([0x81, ...list]), ...entries]);
  };

  test('that is as it should be is read', () => {
    assert.deepEqual(
      wordsIn(fileOf(['a', 'b', '\u{10400}', '\uffee'], [0, 1]), 8).map(({ word }) => word),
      ['a', 'b', '\u{10400}', '\uffee'],
    );
  });

  for (const [what, words] of [
    ['empty words', ['', '']],
    ['a word twice', ['a', 'a']],
    ['words in no order', ['b', 'a']],
    ['more words than any index has', Array.from({ length: 100_001 }, (_, n) => String(n).padStart(6, '0'))],
  ] as [string, string[]][])
    test(`with ${what} is none`, () => assert.throws(() => wordsIn(fileOf(words), 8)));

  test('with more places than any index has is none, before it has filled the memory', () => {
    const words = Array.from({ length: 21 }, (_, n) => String.fromCharCode(97 + n));
    const steps = new Array(100_000).fill(0);
    assert.throws(() => wordsIn(fileOf(words, steps), 8), /places/);
  });

  test('ends, whatever the bytes are', () => {
    assert.throws(() =>
      wordsIn(new Uint8Array(Buffer.from('pagefind_dcd\u0081\u009a\u00ff\u00ff\u00ff\u00ff', 'latin1')), 8),
    );
    for (let length = 0; length < whole.length; length++)
      assert.throws(() => wordsIn(whole.subarray(0, length), 8));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        try {
          wordsIn(bytes, 8);
        } catch (error) {
          assert.ok(error instanceof Error);
        }
      }),
    );
  });
});
