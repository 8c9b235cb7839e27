/** For code that reads the facts: with all messages. Bundlers get a version by tools/build/npm-messages.ts. */
export { localize } from './localization.js';
