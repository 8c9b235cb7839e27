/** The records that every finder gets: our own services first, then invented ones, the same each time. */
import { loadDirectory, search } from '../../dist/npm/directory/index.js';
import { type Directory, withDistractors } from './distractors.js';

/** What a page that knows nothing of us has of a service. */
export interface Plain {
  id: string;
  name: string;
  organization: string;
  needs: string;
  text: string;
}

/** The invented one that is looked for among all others, and where it stands among them. */
export const wanted = { name: 'Måneskjøen dagsenterhjelp', place: 500 };

/** How many of our own a person is shown. */
export const ownCount = () => search(loadDirectory(), {}).total;

/** @param count of services that a person is shown; not fewer than our own */
export function directoryOf(count: number): Directory {
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

/** The same for those who know no directory: as many records, as many words. */
export function plainRecords(directory: Directory): Plain[] {
  const named = new Map([...directory.organizations, ...directory.needs].map(({ id, name }) => [id, name]));
  return search(directory, {}).services.map(service => ({
    id: service.id,
    name: service.name,
    organization: named.get(service.organization_id) ?? '',
    needs: service.x_needs.map(need => named.get(need)).join(', '),
    text: [service.description, service.eligibility_description ?? ''].join(' ').trim(),
  }));
}
