/** Contact details of a service, and the texts of a directory in another language: elements and exports use both. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory, type TaxonomyTerm } from 'havn-widgets/directory';
import { byWhomToAsk, localizedContacts, localizedGroups } from '../../dist/npm/directory/contacts.js';
import { localizedRecords } from '../../dist/npm/directory/localized.js';
import { sure } from '../sure.js';

/** Translates for the test: puts the place of a text before it. */
const marked = (place: string, english: string) => `${place}: ${english}`;
const english = loadDirectory();
const translated = loadDirectory(marked);

describe('whom to ask', () => {
  const all = [
    { id: 'line', name: 'Line', phones: [{ number: '112' }] },
    { id: 'house', name: 'House', x_contact_through: 'line' },
    { id: 'office', name: 'Office', phones: [{ number: '02800' }] },
    { id: 'lost', name: 'Lost', x_contact_through: 'nobody' },
  ];
  const groupsOf = (ids: string[]) =>
    byWhomToAsk(ids, all).map(({ ask, services }) => [ask.id, services.map(({ id }) => id)]);

  test('is the service itself, or the one that it names', () => {
    assert.deepEqual(groupsOf(['office', 'house']), [
      ['office', ['office']],
      ['line', ['house']],
    ]);
  });

  test('stands once for all who are reached through it, in the order in which they came', () => {
    assert.deepEqual(groupsOf(['house', 'office', 'line']), [
      ['line', ['house', 'line']],
      ['office', ['office']],
    ]);
  });

  test('is the service itself where the one it names is not there, and nobody for one that is not', () => {
    assert.deepEqual(groupsOf(['lost', 'none']), [['lost', ['lost']]]);
  });
});

describe('the contacts', () => {
  test('have their names in the language, and all else as it is', () => {
    const contacts = localizedContacts(marked);
    assert.equal(contacts.length, english.services.length);
    contacts.forEach((contact, index) => {
      const { id, name, url, email, phones, x_groups } = sure(english.services[index]);
      assert.equal(contact.name, `service.${id}.name: ${name}`);
      assert.deepEqual(
        [contact.url, contact.email, contact.phones, contact.x_groups],
        [url, email, phones, x_groups],
      );
    });
  });

  test('say for whom alone they are in the words of the directory', () => {
    assert.deepEqual(localizedGroups(marked), translated.groups);
  });

  test('of the helpline and of emergencies are those of the directory', () => {
    for (const contact of Object.values(critical)) {
      const service = english.services.find(({ id }) => id === contact.id);
      assert.equal(contact.name, service?.name);
      assert.equal(contact.number, service?.phones?.[0]?.number);
    }
    assert.deepEqual(Object.keys(critical), ['helpline', 'emergency']);
  });
});

describe('a directory in another language', () => {
  test('has every text translated by its place, and nothing else', () => {
    for (const [kind, list, fields] of [
      [
        'service',
        'services',
        ['name', 'description', 'eligibility_description', 'application_process', 'alert', 'x_summary'],
      ],
      ['organization', 'organizations', ['description']],
      ['need', 'needs', ['name']],
      ['group', 'groups', ['name']],
      ['area', 'areas', ['name']],
    ] as const) {
      assert.ok(translated[list].length, list);
      translated[list].forEach((record, index) => {
        const original: Record<string, unknown> = { ...english[list][index] };
        const { x_keywords } = record as TaxonomyTerm;
        // The keywords of a need come from the lexicon, which is translated as a whole.
        const expected: Record<string, unknown> = { ...original, ...(x_keywords && { x_keywords }) };
        for (const field of fields)
          if (original[field]) expected[field] = `${kind}.${original.id}.${field}: ${original[field]}`;
        assert.deepEqual(record, expected);
      });
    }
  });

  test('leaves the English one as it is', () => {
    assert.equal(english.services[0]?.name, 'ROSA helpline');
    assert.equal(loadDirectory(), english);
  });

  test('has lists translated by their order, or by the ids in them', () => {
    assert.deepEqual(
      localizedRecords(
        'question',
        [{ id: 'safe', text: 'Safe?', answers: [{ id: 'no', text: 'No', next: 'danger' }] }],
        marked,
      ),
      [
        {
          id: 'safe',
          text: 'question.safe.text: Safe?',
          answers: [{ id: 'no', text: 'question.safe.answers.no: No', next: 'danger' }],
        },
      ],
    );
    assert.deepEqual(localizedRecords('outcome', [{ id: 'a', conditions: ['one', 'two'] }], marked), [
      { id: 'a', conditions: ['outcome.a.conditions.0: one', 'outcome.a.conditions.1: two'] },
    ]);
    assert.deepEqual(localizedRecords('unheard-of', [{ id: 'a', name: 'A' }], marked), [
      { id: 'a', name: 'A' },
    ]);
  });
});
