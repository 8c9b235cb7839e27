/** What every one of the small apps shows at first, and what its listeners hear. */
export const first = {
  lang: 'nb',
  layout: 'card',
  exit: true,
  pageSize: 3,
  need: 'shelter',
  fallback: 'ROSA, døgnåpen hjelpetelefon:',
  isShown: true,
  hasList: true,
  isOpen: false,
  services: ['rosa-helpline', 'lauras-hus', 'iom-varp'],
};

/** How often each listener in a template was called. */
export const heard = { ready: 0, readyAtOnce: 0, error: 0, languageChange: 0 };

/** Gives the tests the app by one name. `set` takes what changes and settles when it is on screen. */
export const offer = app => {
  window.app = { heard, ...app };
};
