import type { pageDirectory as PageDirectoryChunk } from '../services-on-page/page-directory.js';
import { onDemand } from './chunks.js';

/** Replaces services-on-page/page-directory in the script: most of its pages show the bundled services. */
export const pageDirectory: typeof PageDirectoryChunk = onDemand('page-directory');
