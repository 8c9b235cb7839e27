import { createElement } from '../safety/create-element.js';
import { policy } from '../safety/trusted-types.js';

/** Where the running script came from. Our other files are loaded from there only. */
export interface Origin {
  /** Address of the folder in which the script lies. */
  readonly folder: string;
  readonly nonce: string;
  /** Address of newer facts, as written in the tag and not yet checked. */
  readonly facts: string | null;
}

/** Where a classic script came from, while it runs for the first time. `undefined`: that cannot be known. */
export function originOfScript(): Origin | undefined {
  // <form name="currentScript"> on a page shadows the property of the document.
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
 * Loads a file beside the script, by its path from there. It runs only if it has the hash that the script carries. A
 * second call while it loads sends no request; a call after a failure tries again.
 */
export function loadFile(
  path: string,
  integrity: string,
  { folder, nonce }: Origin,
  onFailure: () => void,
): void {
  if (loading.has(path)) return;
  loading.add(path);
  // A script element, since import() takes no hash, and fetch() would need connect-src in the page's policy.
  const script = createElement('script');
  const url = folder + path;
  script.src = policy ? policy.createScriptURL(url) : url;
  script.integrity = integrity;
  script.crossOrigin = 'anonymous';
  script.nonce = nonce;
  const settle = () => {
    script.remove();
    loading.delete(path);
  };
  script.onload = settle;
  script.onerror = () => {
    settle();
    onFailure();
  };
  // <iframe name="documentElement"> shadows that property.
  const root = Document.prototype.querySelector.call(document, ':root');
  if (root) Node.prototype.appendChild.call(root, script);
}
