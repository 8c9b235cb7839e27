/** A host's own services are read in turns: a long file must not block the page, nor the way out of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { loadDirectory, readOverlay } from 'havn-widgets/directory';
import { readingOverlay } from '../../dist/npm/directory/overlay/overlay.js';
import { type LocalServices, localServices } from '../../dist/npm/services-on-page/local-services.js';
import { untyped } from '../untyped.js';

const national = loadDirectory();
const source = { document: 'eksempelvik.example', section: 'Hjelp' };
const languages = 'en pl ar ru uk ro es fr th ti so vi fil lt bg pt sq nn'.split(' ');
const texts =
  'Et trygt sted å bo for deg som er utsatt for vold eller tvang. I fare: ring 112, ellers oss på 33 00 00 01. ';

/** Services with long texts, each with its name in more languages. */
const fileOf = (count: number, tags: readonly string[] = languages) =>
  JSON.stringify({
    organizations: [
      { id: 'eksempelvik', name: 'Eksempelvik kommune', description: 'Kommunen.', x_source: source },
    ],
    services: Array.from({ length: count }, (_, index) => ({
      id: `krisesenter-${index}`,
      organization_id: 'eksempelvik',
      name: `Krisesenteret i Eksempelvik, avdeling ${String.fromCharCode(65 + index)}`,
      description: texts.repeat(12),
      application_process: texts.repeat(12),
      status: 'active',
      phones: [{ number: '+4733000001' }],
      x_audience: ['person'],
      x_source: source,
      x_translations: Object.fromEntries(tags.map(tag => [tag, { name: `Eksempelvik ${tag}` }])),
    })),
  });

const host = { localName: 'havn-service-finder', src: '', dispatchEvent() {} };

describe('own services on a page', () => {
  test('a short list is there at once', () => {
    let found: LocalServices | undefined;
    untyped(localServices)(host, fileOf(1, []), national, (local: LocalServices) => {
      found = local;
    });
    assert.equal(found?.merge(national, 'nb').services.filter(({ x_local }) => x_local).length, 1);
  });

  test('a long list lets the page go on between two records', async () => {
    const count = 20;
    let found: LocalServices | undefined;
    let turns = 0;
    untyped(localServices)(host, fileOf(count), national, (local: LocalServices) => {
      found = local;
    });
    for (; !found; turns++) await setImmediate();
    assert.equal(found.merge(national, 'nb').services.filter(({ x_local }) => x_local).length, count);
    assert.ok(turns > 1, 'the whole list in one turn');
  });

  test('a record in many languages lets the page go on between two of them', () => {
    const inAll = JSON.parse(fileOf(1));
    const [service] = inAll.services;
    for (const tag of languages) service.x_translations[tag].description = `${tag}: ${texts.repeat(12)}`;
    const steps = readingOverlay(JSON.stringify(inAll), national);
    let pauses = 0;
    while (!steps.next().done) pauses += 1;
    assert.ok(pauses >= languages.length, `${pauses}`);
  });

  test('texts that many translations share are judged once', () => {
    const timeOf = (tags: readonly string[]) => {
      const file = fileOf(5, tags);
      const before = process.cpuUsage().user;
      assert.equal(readOverlay(file, national).refused, 0);
      return process.cpuUsage().user - before;
    };
    // The first reading compiles the patterns.
    timeOf(languages);
    const times = [1, 2, 3].map(() => timeOf(languages) / timeOf([]));
    // Judged anew for each of eighteen languages, they would take a dozen times as long.
    assert.ok(Math.min(...times) < 7, `${times}`);
  });
});
