import { pageDirectory } from '../../services-on-page/page-directory.js';
import { giveChunk } from '../give-chunk.js';
import { build } from '../known-at-build.js';

giveChunk('page-directory', build, pageDirectory);
