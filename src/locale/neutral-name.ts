import type { Localization } from './localization.js';

/** What a number is saved under where somebody else may look into the phone: a word that tells nothing. */
export const neutralName = ({ msg }: Pick<Localization, 'msg'>): string =>
  msg('Telephone', {
    id: 'handOver.heading',
    desc: 'Over the number on the small card, and its name among the contacts of a phone. Must not tell what the number is for.',
  });
