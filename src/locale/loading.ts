import { policy } from '../safety/trusted-types.js';

/** Where the running script came from, which is the only place that languages are loaded from. */
export interface Origin {
  /** Address of the folder of the language files. */
  readonly folder: string;
  readonly nonce: string;
}

/** While a classic script runs for the first time: where it came from. `undefined`: that cannot be told. */
export function originOfScript(): Origin | undefined {
  // <form name="currentScript"> on a page takes the place of the property of document.
  const script = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(document);
  return script instanceof HTMLScriptElement && /^https?:/.test(script.src)
    ? { folder: script.src.replace(/[^/]*$/, 'locales/'), nonce: script.nonce ?? '' }
    : undefined;
}

const loading = new Set<string>();

/**
 * Loads a language file from the folder of the script: one request, and it runs only if it has the hash that the script
 * carries. Asking again after a failure tries again; while it loads nothing is asked twice.
 */
export function loadLanguageFile(
  language: string,
  integrity: string,
  { folder, nonce }: Origin,
  onFailure: () => void,
): void {
  if (loading.has(language)) return;
  loading.add(language);
  // A script element, since import() takes no hash, and fetch() would ask for connect-src.
  const script = Document.prototype.createElement.call(document, 'script') as HTMLScriptElement;
  const url = `${folder}${language}.js`;
  script.src = policy ? policy.createScriptURL(url) : url;
  script.integrity = integrity;
  script.crossOrigin = 'anonymous';
  script.nonce = nonce;
  const settle = (failed: boolean) => () => {
    script.remove();
    loading.delete(language);
    if (failed) onFailure();
  };
  script.onload = settle(false);
  script.onerror = settle(true);
  Node.prototype.appendChild.call(document.documentElement, script);
}
