/** The plain HTML of an element, which is long: loaded when a choice needs it, as a script, since that works everywhere. */

const texts: Map<string, Promise<string>> = new Map();

const waiting: Map<string, (html: string) => void> = new Map();

// What the scripts call.
Reflect.set(globalThis, 'havnPlain', (key: string, html: string) => waiting.get(key)?.(html));

/** Where a policy requires Trusted Types. */
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
      // What has failed once may be there the next time.
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
