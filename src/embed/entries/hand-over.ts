import { offerHandOver } from '../hand-over.js';
import { forProfessionals } from '../known-at-build.js';

offerHandOver(forProfessionals);
