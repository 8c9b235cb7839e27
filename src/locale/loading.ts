import { createElement } from '../safety/create-element.js';
import { policy } from '../safety/trusted-types.js';

/** Where the running script came from, which is the only place that files of ours are loaded from. */
export interface Origin {
  /** Address of the folder in which the script lies. */
  readonly folder: string;
  readonly nonce: string;
  /** Address of newer facts, as the tag has it: unchecked. */
  readonly facts: string | null;
}

/** While a classic script runs for the first time: where it came from. `undefined`: that cannot be told. */
export function originOfScript(): Origin | undefined {
  // <form name="currentScript"> on a page takes the place of the property of document.
  const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(document);
  return script instanceof HTMLScriptElement && /^https?:/.test(script.src)
    ? {
        folder: script.src.replace(/[^/]*$/, ''),
        nonce: script.nonce || '',
        facts: script.getAttribute('data-facts'),
      }
    : undefined;
}

const loading = new Set<string>();

/**
 * Loads a file beside the script, by its path from there: one request, and it runs only if it has the hash that the
 * script carries. Asking again after a failure tries again; while it loads nothing is asked twice.
 */
export function loadFile(
  path: string,
  integrity: string,
  { folder, nonce }: Origin,
  onFailure: () => void,
): void {
  if (loading.has(path)) return;
  loading.add(path);
  // A script element, since import() takes no hash, and fetch() would ask for connect-src.
  const script = createElement('script');
  const url = folder + path;
  script.src = policy ? policy.createScriptURL(url) : url;
  script.integrity = integrity;
  script.crossOrigin = 'anonymous';
  script.nonce = nonce;
  const settle = (failed: boolean) => () => {
    script.remove();
    loading.delete(path);
    if (failed) onFailure();
  };
  script.onload = settle(false);
  script.onerror = settle(true);
  // <iframe name="documentElement"> takes the place of that property.
  const root = Document.prototype.querySelector.call(document, ':root');
  if (root) Node.prototype.appendChild.call(root, script);
}
