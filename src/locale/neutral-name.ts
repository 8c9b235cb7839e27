import type { Localization } from './localization.js';

/** The name to save a number under, as somebody else may look at the phone: a word that reveals nothing. */
export const neutralName = ({ msg }: Pick<Localization, 'msg'>): string =>
  msg('Telephone', {
    id: 'handOver.heading',
    desc: 'Over the number on the small card, and its name among the contacts of a phone. Must not tell what the number is for.',
  });

/** The title of a printed page, which names the print job and the saved file: it reveals nothing either. */
export const neutralTitle = ({ msg }: Pick<Localization, 'msg'>): string =>
  msg('Information', {
    id: 'trace.title',
    desc: 'Title of the page in the tab and in the history of the browser. Must not tell what the page is about.',
  });
