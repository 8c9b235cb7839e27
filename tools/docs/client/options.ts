/** How the documentation is searched: the same when the index is made and when it is read. */
import { fold } from '../../../dist/npm/directory/search/fold.js';

export const searchOptions = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'url', 'place', 'language', 'excerpt'],
  // One word may fold to several, or to none.
  processTerm: (term: string) => fold(term).split(' ').filter(Boolean),
  searchOptions: {
    prefix: true,
    // In short words a slip makes another word: "react" is not "reach".
    fuzzy: (term: string) => (term.length > 5 ? 0.25 : false),
    weights: { fuzzy: 0.2, prefix: 0.5 },
    boost: { title: 4, heading: 3 },
    combineWith: 'AND' as const,
  },
};
