/** Properties that hold for every search, with any text and any directory. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { indexDirectory, loadDirectory, type Query, type Service, search } from 'havn-widgets/directory';
import { localize } from 'havn-widgets/locale';
import '../properties.js';
import { sure } from '../sure.js';

const national = loadDirectory(localize('nb').fact);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes)),
  // Words of the directory, with typing errors.
  fc
    .tuple(
      fc.constantFrom(...national.services.flatMap(({ name }) => name.split(' '))),
      fc.nat(),
      fc.string({ maxLength: 2 }),
    )
    .map(([word, at, slip]) => word.slice(0, at % word.length) + slip + word.slice((at % word.length) + 1)),
);
const idOf = (terms: readonly { id: string }[]) =>
  fc.constantFrom(...terms.map(({ id }) => id), 'none', '__proto__');
const query: fc.Arbitrary<Query> = fc.record(
  {
    text,
    need: idOf(national.needs),
    group: idOf(national.groups),
    area: idOf(national.areas),
    audience: fc.constantFrom('person', 'helper', 'professional'),
    limit: fc.nat(40),
  },
  { requiredKeys: [] },
);

/** Services of a host page with any texts, beside some national ones. */
const own = fc
  .array(
    fc.record({
      name: text,
      description: text,
      status: fc.constantFrom('active', 'inactive'),
      organization_id: fc.constantFrom('none', sure(national.organizations[0]).id),
      x_audience: fc.subarray(['person', 'helper', 'professional']),
      x_needs: fc.subarray(['none', ...national.needs.map(({ id }) => id)]),
      x_areas: fc.option(fc.subarray(national.areas.map(({ id }) => id)), { nil: undefined }),
    }),
    { maxLength: 5 },
  )
  .map(services =>
    services.map((service, index) => ({ ...service, id: `own-${index}` }) as unknown as Service),
  );
const directory = fc
  .tuple(fc.subarray([...national.services], { maxLength: 5 }), own)
  .map(services => ({ ...national, services: services.flat() }));

describe('any search', () => {
  test('finds services of the directory, each once, that are offered to who is reading and fit what was chosen', () => {
    fc.assert(
      fc.property(directory, query, (all, asked) => {
        const { services, total } = search(all, asked);
        assert.equal(new Set(services).size, services.length);
        assert.equal(services.length, Math.min(total, asked.limit ?? Number.POSITIVE_INFINITY));
        for (const service of services) {
          assert.ok(all.services.includes(service));
          assert.equal(service.status, 'active');
          assert.ok(service.x_audience.includes(asked.audience ?? 'person'));
          if (asked.need) assert.ok(service.x_needs.includes(asked.need));
          if (asked.group && service.x_groups) assert.ok(service.x_groups.includes(asked.group));
          if (asked.area && service.x_areas)
            assert.ok([asked.area, 'norway'].some(area => service.x_areas?.includes(area)));
        }
      }),
    );
  });

  test('with a limit finds the beginning of what it finds without', () => {
    fc.assert(
      fc.property(directory, query, (all, asked) => {
        const { limit = Number.POSITIVE_INFINITY, ...unlimited } = asked;
        const every = search(all, unlimited);
        assert.deepEqual(search(all, asked), { ...every, services: every.services.slice(0, limit) });
      }),
    );
  });

  test('with words finds no more than without', () => {
    fc.assert(
      fc.property(directory, query, (all, asked) => {
        const { limit: _, ...unlimited } = asked;
        const every = search(all, { ...unlimited, text: '' });
        for (const service of search(all, asked).services) assert.ok(every.services.includes(service));
      }),
    );
  });

  test('leaves the directory as it is', () => {
    const frozen = loadDirectory();
    const before = JSON.stringify(frozen);
    fc.assert(
      fc.property(query, asked => {
        search(frozen, asked);
      }),
    );
    assert.equal(JSON.stringify(frozen), before);
  });
});

test('the index of a large directory answers any query as the search of a small one does', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.array(query, { maxLength: 4 }), async (all, queries) => {
      const source = await indexDirectory(all);
      for (const asked of queries) assert.deepEqual(source.search(asked), search(all, asked));
    }),
  );
});
