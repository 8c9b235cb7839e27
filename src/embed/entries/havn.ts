import { defineAll } from '../all.js';
import { offerChunks } from '../chunks.js';
import { followFacts } from '../facts-feed.js';
import { build, chunks, hasFeed, languages } from '../known-at-build.js';
import { offerLanguages } from '../languages.js';

offerChunks(build, 'parts/', chunks);
// Before the elements are defined: a menu that is already on the page then lists all languages at once.
offerLanguages(build, languages);
defineAll();
if (hasFeed) followFacts();
