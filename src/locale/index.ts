export { negotiate } from './for-others.js';
export { type Localization, languages } from './localization.js';
export { ownName } from './names.js';
export { directionOf } from './negotiate.js';
export { localize } from './whole.js';
