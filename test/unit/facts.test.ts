/** The directory as users of the package get it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory } from 'havn-widgets/directory';
import { loadEntitlements, loadPermits } from 'havn-widgets/guidance';
import { languages, localize } from 'havn-widgets/locale';
import { dialable, safeLink } from 'havn-widgets/safety';
import { rosa } from '../rosa.js';

const { services, organizations } = loadDirectory();
const service = (id: string) =>
  services.find(service => service.id === id) ?? assert.fail(`no service ${id}`);
const kindOf = (id: string) => organizations.find(organization => organization.id === id)?.x_kind;

describe('the directory', () => {
  test('has every organisation and service of the source', () => {
    assert.ok(organizations.length >= 15);
    assert.ok(services.length >= 20);
  });

  test('helpline and emergency number come from their records', () => {
    assert.equal(critical.helpline.number, rosa.dialled);
    assert.equal(critical.emergency.number, '112');
  });

  test('every number can be dialled and every address opened', () => {
    for (const { phones = [], email, url } of services) {
      for (const { number } of phones) assert.equal(dialable(number), number);
      if (email) assert.equal(safeLink(`mailto:${email}`), `mailto:${email}`);
      if (url) assert.equal(safeLink(url), url);
    }
  });

  test('the numbers are those of the source, byte for byte', () => {
    const numbers = Object.fromEntries(
      services
        .filter(({ phones }) => phones)
        .map(({ id, phones }) => [id, phones?.map(({ number }) => number)]),
    );
    // All of them: a second number that nobody expects is a wrong one.
    assert.deepEqual(numbers, {
      'rosa-helpline': [rosa.dialled],
      'police-emergency': ['112'],
      'krisesentersekretariatet-shelters': ['+4790579118'],
      'nav-oslo-trafficking-support': ['+4755553333'],
      'pro-senteret-reception': ['+4723100200'],
      'caritas-resource-center': ['+4723334360'],
      'salvation-army-general': ['+4722998500'],
      'police-general': ['02800'],
      'udi-permits': ['+4723351600'],
      'iom-varp': ['+4723105320'],
      'kom-coordination': ['+4747451500'],
    });
  });

  test('safe houses have no place and no contact of their own', () => {
    const safeHouses = services.filter(({ x_safe_house }) => x_safe_house);
    assert.deepEqual(safeHouses.map(({ id }) => id).sort(), [
      'lauras-hus',
      'marita-safe-house',
      'salvation-army-safe-house',
    ]);
    for (const house of safeHouses) {
      for (const field of ['phones', 'email', 'url', 'locations', 'addresses', 'latitude', 'longitude'])
        assert.ok(!(field in house));
      assert.equal(house.x_contact_through, 'rosa-helpline');
    }
  });

  test('what the source lists under NGOs and is none, is not called one', () => {
    assert.deepEqual(['nav', 'pro-senteret', 'iom'].map(kindOf), ['public', 'public', 'intergovernmental']);
  });

  test('Krisesentersekretariatet and Caritas are two', () => {
    assert.notEqual(
      service('krisesentersekretariatet-shelters').organization_id,
      service('caritas-resource-center').organization_id,
    );
  });

  test('KOM is for professionals alone', () => {
    for (const { id, organization_id, x_audience } of services)
      if (organization_id === 'kom') assert.deepEqual(x_audience, ['professional'], id);
  });

  test('the helpline serves everybody, its housing women', () => {
    assert.equal(service('rosa-helpline').x_groups, undefined);
    assert.deepEqual(service('rosa-housing').x_groups, ['women']);
  });

  test('an application for a reflection period goes to the police, in person, and UDI processes it', () => {
    const application = service('police-reflection-applications');
    assert.equal(application.organization_id, 'police');
    assert.match(application.application_process ?? '', /\bhave to\b.*\bpolice\b.*\bin person\b/);
    assert.match(application.description, /UDI processes the application/);
  });

  test('everybody can be reached: by a number of its own, or through a service that has one', () => {
    for (const { id, phones, x_contact_through } of services)
      assert.ok(phones ?? services.find(other => other.id === x_contact_through)?.phones, id);
  });

  test('is complete in every language, and its numbers are the same in all', () => {
    for (const language of languages()) {
      const translated = loadDirectory(localize(language).fact);
      assert.deepEqual(
        translated.services.map(({ phones, email, url }) => [phones, email, url]),
        services.map(({ phones, email, url }) => [phones, email, url]),
      );
      assert.deepEqual(
        translated.organizations.map(({ name }) => name),
        organizations.map(({ name }) => name),
      );
      if (language === 'en') continue;
      for (const [index, { description, id }] of translated.services.entries())
        assert.notEqual(description, services[index]?.description, id);
    }
  });
});

describe('the entitlements', () => {
  test('are the eight, each with services of the directory', () => {
    const { entitlements } = loadEntitlements();
    assert.deepEqual(
      entitlements.map(({ id }) => id),
      ['information', 'legal', 'reflection', 'security', 'medical', 'housing', 'money', 'return'],
    );
    for (const { services: ids } of entitlements) for (const id of ids) service(id);
  });

  test('ROSA comes first under each, and stands behind it alone where the source names nobody else', () => {
    for (const { id, services: ids } of loadEntitlements().entitlements)
      assert.equal(ids[0], 'rosa-helpline', id);
    const whoHelps = Object.fromEntries(
      loadEntitlements().entitlements.map(({ id, services: ids }) => [id, ids]),
    );
    assert.deepEqual(whoHelps.information, ['rosa-helpline']);
    assert.deepEqual(whoHelps.medical, ['rosa-helpline', 'health-services']);
  });

  test('conditions hold no amount, no decider and no duration', () => {
    const none = /\b(hours?|months?|UDI (?:decides|processes)|lasts)\b/;
    for (const { id, conditions } of [...loadEntitlements().entitlements, ...loadPermits().permits])
      for (const condition of conditions) assert.doesNotMatch(condition, none, id);
    for (const { id, conditions } of loadPermits().outcomes)
      for (const condition of conditions) assert.doesNotMatch(condition, none, id);
  });

  test('a child, and who was forced to break the law, are led to somebody, in every language', () => {
    for (const language of languages()) {
      const { statements } = loadEntitlements(localize(language).fact);
      const doors = Object.fromEntries(statements.map(({ id, services: ids }) => [id, ids]));
      assert.deepEqual(doors.child, ['child-welfare', 'rosa-helpline'], language);
      assert.deepEqual(doors.offence, ['rosa-helpline'], language);
      for (const { id, text } of statements) if (doors[id]) assert.match(text, /\?.*ROSA/, language);
    }
  });
});
