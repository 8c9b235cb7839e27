import { startFrame } from '../frame.js';
import { bundled, languages } from '../known-at-build.js';

startFrame(bundled, languages);
