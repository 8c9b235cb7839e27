export { critical } from './critical.js';
export { loadDirectory } from './directory.js';
export { openState } from './opening-hours.js';
export { type Query, type SearchResult, search } from './search.js';
export type * from './types.js';
