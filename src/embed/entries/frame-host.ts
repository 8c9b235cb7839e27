import { sizeFrames } from '../frame-host.js';

sizeFrames();
