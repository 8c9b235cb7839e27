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

/** What the tests find of an app in the page. `set` takes what changes and settles when it is on screen. */
export interface App {
  heard: typeof heard;
  set: (changes: Record<string, unknown>) => Promise<void>;
  unmount: () => void;
  /** What went wrong, in words. */
  problems: string[];
}

/** Gives the tests the app by one name. */
export const offer = (app: Omit<App, 'heard'>) => void Object.assign(window, { app: { heard, ...app } });
