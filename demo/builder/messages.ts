import type { Fallback } from './facts.js';

/**
 * The builder and its preview tell each other by messages. A page that was opened by a double click has no origin that
 * could be named; anywhere else only pages of the same one are heard, and hear.
 */
const isFile = location.protocol === 'file:';

const target = isFile ? '*' : location.origin;

export interface Shown {
  tag: string;
  /** with `lang` */
  attributes: [string, string][];
  fallback: Fallback;
  /** what the page says in `--havn-*` */
  style: string;
  /** `light` or `dark` */
  ground: string;
  /** HTML to show in place of the element; empty: none */
  plain: string;
  /** that the element needs */
  languageFile: string;
}

/** what they tell */
type Message =
  | { kind: 'new' }
  | { kind: 'show'; shown: Shown }
  | { kind: 'height'; height: number }
  | { kind: 'picture'; picture?: Blob | null | undefined };

export function tell(window: Window | null, message: Message) {
  // Not returned: WebKit forgets who called in the last place of a function, and takes the receiver for the sender.
  window?.postMessage(message, target);
}

export function listen(action: (message: Message, source: Window) => void) {
  addEventListener('message', ({ source, origin, data }) => {
    if (source && (isFile || origin === location.origin)) action(data, source as Window);
  });
}
