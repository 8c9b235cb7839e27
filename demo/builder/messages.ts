import type { Fallback } from './facts.js';

/**
 * The builder and its preview exchange messages. A page that was opened by a double click (`file:`) has no origin to
 * name as the target; anywhere else messages are sent to, and accepted from, the same origin only.
 */
const isFile = location.protocol === 'file:';

const target = isFile ? '*' : location.origin;

export interface Shown {
  language: string;
  /** attributes with `lang`; `plain` is HTML to show in place of the element, empty: none */
  elements: { tag: string; attributes: [string, string][]; plain: string }[];
  /** the place of the element that is being edited */
  edited: number;
  fallback: Fallback;
  /** the style sheet with the page's `--havn-*` properties */
  style: string;
  /** `light` or `dark` */
  ground: string;
  /** the language file that the elements need; empty: none */
  languageFile: string;
}

/** what the builder and the preview send to each other */
type Message =
  | { kind: 'new' }
  | { kind: 'show'; shown: Shown }
  | { kind: 'height'; height: number }
  | { kind: 'picture'; picture?: Blob | null | undefined };

export function tell(window: Window | null, message: Message) {
  // Not returned: after a tail call WebKit no longer knows the caller, and gives the receiver as the sender.
  window?.postMessage(message, target);
}

export function listen(action: (message: Message, source: Window) => void) {
  addEventListener('message', ({ source, origin, data }) => {
    if (source && (isFile || origin === location.origin)) action(data, source as Window);
  });
}
