import type { localServices as LocalServicesChunk } from '../services-on-page/local-services.js';
import { onDemand } from './chunks.js';

/** In place of services-on-page/local-services in a script that most pages use without services of their own. */
export const localServices: typeof LocalServicesChunk = onDemand('local-services');
