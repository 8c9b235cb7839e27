/** How newer facts replace those on screen without moving what the reader is reading. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from 'havn-widgets/directory';
import { factsFrom } from '../../dist/npm/feed/facts.js';
import { feedOf } from '../../tools/build/feed.js';
import { readFacts } from '../../tools/build/read-facts.js';
import type { Editable } from '../changed-facts.js';
import { sure } from '../sure.js';

/** What the reader has open. */
let details = null as object | null;
class Element {
  get localName() {
    return this === form ? 'form' : 'havn-x';
  }
  get shadowRoot() {
    return this === form ? null : { querySelector: () => details };
  }
  matches() {
    return false;
  }
  hasAttribute() {
    return false;
  }
}
/** A form of the host page with fields whose names hide properties of the element (DOM clobbering). */
const form: Element = new Element();
for (const name of ['localName', 'shadowRoot']) Object.defineProperty(form, name, { value: { name } });
let isBroken = false;
class Document {
  hidden = false;
  querySelectorAll() {
    if (isBroken) throw Error('The page has broken this');
    return [form, new Element()];
  }
}
Object.assign(globalThis, { Document, Element, document: new Document() });
const { hasSamePlaces, inPlaceOf, isReading, replaceFacts, whenAtRest } = await import(
  '../../dist/npm/feed/swap.js'
);

const text = feedOf(readFacts().data).document;
function facts(change: (services: Editable<Service>[]) => void = () => {}) {
  const { facts } = JSON.parse(text);
  change(facts['directory/services.json']);
  return factsFrom(facts);
}
const renamed = facts(services => {
  const first = sure(services[0]);
  first.name = 'Another name';
  sure(first.phones[0]).number = '+4722331199';
});
const rearranged = facts(services => {
  sure(services[0]?.phones[0]).number = '+4722331199';
  services.splice(4, 1);
  services.unshift({ ...sure(services.at(-1)), id: 'a-new-one' });
});

test('what is replaced stays the array and the object that the views hold', () => {
  const live = facts();
  const { contacts, directory, critical } = live;
  replaceFacts(live, renamed);
  assert.deepEqual(live, renamed);
  assert.equal(live.contacts, contacts);
  assert.equal(directory.services[0]?.name, 'Another name');
  assert.equal(critical.helpline.number, '+4722331199');
});

test('whether everything stands where it stood', () => {
  assert.equal(hasSamePlaces(facts(), renamed), true);
  assert.equal(hasSamePlaces(facts(), rearranged), false);
});

test('in place, numbers are the newer ones and nothing comes, goes or moves', () => {
  const live = facts();
  const ids = live.directory.services.map(({ id }) => id);
  const guidanceOf = ({ entitlements, permits, referral, assistedReturn, pathway }: typeof live) =>
    structuredClone([entitlements, permits, referral, assistedReturn, pathway]);
  const guidance = guidanceOf(live);
  replaceFacts(live, inPlaceOf(live, rearranged));
  assert.deepEqual(
    live.directory.services.map(({ id }) => id),
    ids,
  );
  assert.deepEqual(
    live.contacts.map(({ id }) => id),
    ids,
  );
  assert.equal(live.directory.services[0]?.phones?.[0]?.number, '+4722331199');
  assert.equal(live.contacts[0]?.phones?.[0]?.number, '+4722331199');
  assert.equal(live.critical.helpline.number, '+4722331199');
  assert.deepEqual(guidanceOf(live), guidance);
});

test('in place, each organisation and each source that a record names is there', () => {
  const live = facts();
  const document = JSON.parse(text);
  const [source] = document.facts['sources.json'];
  const another = JSON.parse(
    JSON.stringify(document.facts).replaceAll(JSON.stringify(source.id), '"another-edition"'),
  );
  const runner = { ...another['directory/organizations.json'][0], id: 'a-new-runner' };
  another['directory/organizations.json'].push(runner);
  another['directory/services.json'][0].organization_id = runner.id;
  replaceFacts(live, inPlaceOf(live, factsFrom(another)));
  const { directory, sources } = live;
  for (const { organization_id } of directory.services)
    assert.ok(
      directory.organizations.some(({ id }) => id === organization_id),
      organization_id,
    );
  const cited = new Set([...JSON.stringify(live).matchAll(/"document":"([^"]+)"/g)].map(([, id]) => id));
  assert.equal(cited.size, 2);
  for (const document of cited)
    assert.ok(
      sources.some(({ id }) => id === document),
      document,
    );
});

test('in place, each section that a guide cites is there', () => {
  const live = facts();
  const { sections } = sure(live.sources[0]);
  const titles = sections.map(({ title }) => title);
  const document = JSON.parse(text);
  for (const section of document.facts['sources.json'][0].sections) section.id = `new-${section.id}`;
  replaceFacts(live, inPlaceOf(live, factsFrom(document.facts)));
  const now = sure(live.sources[0]).sections.map(({ title }) => title);
  assert.deepEqual(now, [...titles, ...titles]);
});

test('the rest waits for a reader who has something open, for a minute at most', context => {
  // Not Node's mock timers: they continue an interval that its own callback has cleared.
  const running: Set<() => void> = new Set();
  context.mock.method(globalThis, 'setInterval', (step: () => void, every: number) => {
    assert.equal(every, 1000);
    running.add(step);
    return step;
  });
  context.mock.method(globalThis, 'clearInterval', (step: () => void) => running.delete(step));
  let count = 0;
  const act = () => void count++;
  const waited = (seconds: number) => {
    for (let second = 0; second < seconds; second++) for (const step of running) step();
  };

  details = {};
  assert.equal(isReading(), true);
  whenAtRest(act);
  waited(59);
  assert.equal(count, 0);
  waited(5);
  assert.equal(count, 1);

  whenAtRest(act);
  waited(3);
  details = null;
  waited(1);
  assert.equal(count, 2);

  details = {};
  whenAtRest(act);
  Object.assign(document, { hidden: true });
  waited(1);
  assert.equal(count, 3);

  // If the page breaks the check whether the reader has something open, it acts at once and sets no interval.
  Object.assign(document, { hidden: false });
  isBroken = true;
  whenAtRest(act);
  waited(1);
  assert.deepEqual([count, running.size], [4, 0]);
});
