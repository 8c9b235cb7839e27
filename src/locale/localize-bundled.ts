/** For those who read the facts in code: with all messages. What bundlers get of it is made by tools/build/npm-messages.ts. */
export { localize } from './localization.js';
