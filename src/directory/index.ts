export { critical } from './critical.js';
export { toCsv } from './export/csv.js';
export type { HsdsDirectory, HsdsRecord } from './export/hsds.js';
export { toVCard } from './export/vcard.js';
export { openState } from './opening-hours.js';
export { localizedOverlay, overlayLimits } from './overlay/overlay.js';
export {
  indexDirectory,
  loadDirectory,
  mergeOverlay,
  type PartOfDirectory,
  readOverlay,
  search,
  toHsds,
} from './public-api.js';
export type { Query, SearchResult } from './search/search.js';
export type { ServiceSource } from './source.js';
export type * from './types.js';
