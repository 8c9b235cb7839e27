export { critical } from './critical.js';
export { toCsv } from './csv.js';
export {
  indexDirectory,
  loadDirectory,
  mergeOverlay,
  type PartOfDirectory,
  readOverlay,
  search,
  toHsds,
} from './for-others.js';
export type { HsdsDirectory, HsdsRecord } from './hsds.js';
export { openState } from './opening-hours.js';
export { localizedOverlay, overlayLimits } from './overlay.js';
export type { Query, SearchResult } from './search.js';
export type { ServiceSource } from './source.js';
export type * from './types.js';
export { toVCard } from './vcard.js';
