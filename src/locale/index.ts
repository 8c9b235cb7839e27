export { type Localization, languages, localize } from './localization.js';
export { directionOf, negotiate } from './negotiate.js';
