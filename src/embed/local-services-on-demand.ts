import type { localServices as LocalServicesChunk } from '../services-on-page/local-services.js';
import { onDemand } from './chunks.js';

/** Replaces services-on-page/local-services in the script: most of its pages have no services of their own. */
export const localServices: typeof LocalServicesChunk = onDemand('local-services');
