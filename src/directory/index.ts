export { critical } from './critical.js';
export { toCsv } from './csv.js';
export { loadDirectory } from './directory.js';
export { type HsdsDirectory, type HsdsRecord, toHsds } from './hsds.js';
export { openState } from './opening-hours.js';
export { type Query, type SearchResult, search } from './search.js';
export type * from './types.js';
export { toVCard } from './vcard.js';
