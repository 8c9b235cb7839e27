import type { localServices as LocalServicesPart } from '../services-on-page/local-services.js';
import { onDemand } from './parts.js';

/** In place of element/local-services in a script that most pages use without services of their own. */
export const localServices: typeof LocalServicesPart = onDemand('local-services');
