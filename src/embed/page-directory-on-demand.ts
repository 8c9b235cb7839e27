import type { pageDirectory as PageDirectoryChunk } from '../services-on-page/page-directory.js';
import { onDemand } from './chunks.js';

/** In place of services-on-page/page-directory in a script that most pages use with the bundled services. */
export const pageDirectory: typeof PageDirectoryChunk = onDemand('page-directory');
