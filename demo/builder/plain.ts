/** Loads the plain HTML of an element, which is long, when a choice needs it. As a script, which works everywhere. */

const texts: Map<string, Promise<string>> = new Map();

const waiting: Map<string, (html: string) => void> = new Map();

// The function that the loaded scripts call.
Reflect.set(globalThis, 'havnPlain', (key: string, html: string) => waiting.get(key)?.(html));

/** For servers whose policy requires Trusted Types. */
const policy = Reflect.get(globalThis, 'trustedTypes')?.createPolicy('havn-builder', {
  createScriptURL: (address: string) => address,
});

function load(key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    waiting.set(key, resolve);
    const script = document.createElement('script');
    const address = `plain/${key}.js`;
    script.src = policy?.createScriptURL(address) ?? address;
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => {
      script.remove();
      // The next call tries again.
      texts.delete(key);
      reject(new Error(`${address} cannot be read`));
    });
    document.head.append(script);
  });
}

export function loadPlain(element: string, language: string) {
  const key = `${element}.${language}`;
  const text = texts.get(key) ?? load(key);
  texts.set(key, text);
  return text;
}
