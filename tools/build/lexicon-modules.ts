// What `node tools/build/lexicon.ts` tries sentences with: the sources as they are, without a build.
export { loadDirectory } from '../../src/directory/directory.js';
export { search } from '../../src/directory/search/search.js';
