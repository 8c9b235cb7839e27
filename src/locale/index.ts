export { type Localization, languages, localize } from './localization.js';
export { ownName } from './names.js';
export { directionOf, negotiate } from './negotiate.js';
