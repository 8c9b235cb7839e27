import type { pageDirectory as PageDirectoryPart } from '../services-on-page/page-directory.js';
import { onDemand } from './parts.js';

/** In place of element/page-directory in a script that most pages use with the bundled services. */
export const pageDirectory: typeof PageDirectoryPart = onDemand('page-directory');
