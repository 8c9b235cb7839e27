import { localServices } from '../../services-on-page/local-services.js';
import { giveChunk } from '../give-chunk.js';
import { build } from '../known-at-build.js';

giveChunk('local-services', build, localServices);
