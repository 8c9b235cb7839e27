export { ownName } from './language-names.js';
export { type Localization, languages } from './localization.js';
export { localize } from './localize-bundled.js';
export { directionOf } from './negotiate.js';
export { negotiate } from './public-api.js';
