/** The records that every finder gets: our own services first, then invented ones, the same each time. */
import { loadDirectory, search } from '../../dist/npm/directory/index.js';
import { withDistractors } from './distractors.js';

/** @typedef {import('./distractors.js').Directory} Directory */

/** What a page that knows nothing of us has of a service. @typedef {{id: string, name: string, organization: string, needs: string, text: string}} Plain */

/** The invented one that is looked for among all others, and where it stands among them. */
export const wanted = { name: 'Måneskjøen dagsenterhjelp', place: 500 };

/** How many of our own a person is shown. */
export const ownCount = () => search(loadDirectory(), {}).total;

/**
 * @param {number} count of services that a person is shown; not fewer than our own
 * @returns {Directory}
 */
export function directoryOf(count) {
  const own = loadDirectory();
  if (count === ownCount()) return own;
  const directory = withDistractors(own, count - ownCount(), 'en');
  const at = own.services.length + wanted.place;
  return {
    ...directory,
    services: directory.services.map((service, index) =>
      index === at ? { ...service, name: wanted.name } : service,
    ),
  };
}

/**
 * The same for those who know no directory: as many records, as many words.
 * @param {Directory} directory
 * @returns {Plain[]}
 */
export function plainRecords(directory) {
  const named = new Map([...directory.organizations, ...directory.needs].map(({ id, name }) => [id, name]));
  return search(directory, {}).services.map(service => ({
    id: service.id,
    name: service.name,
    organization: named.get(service.organization_id) ?? '',
    needs: service.x_needs.map(need => named.get(need)).join(', '),
    text: [service.description, service.eligibility_description ?? ''].join(' ').trim(),
  }));
}
