export { type Localization, languages } from './localization.js';
export { ownName } from './names.js';
export { directionOf, negotiate } from './negotiate.js';
export { localize } from './whole.js';
