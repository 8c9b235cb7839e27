/** The plain HTML of an element, which is long: loaded when a choice needs it, as a script, since that works everywhere. */

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @type {Map<string, (html: string) => void>} */
const waiting = new Map();

// What the scripts call.
Reflect.set(globalThis, 'havnPlain', (/** @type {string} */ key, /** @type {string} */ html) =>
  waiting.get(key)?.(html),
);

/** Where a policy requires Trusted Types. */
const policy = Reflect.get(globalThis, 'trustedTypes')?.createPolicy('havn-builder', {
  createScriptURL: (/** @type {string} */ address) => address,
});

/** @param {string} key @returns {Promise<string>} */
function load(key) {
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

/** @param {string} element @param {string} language */
export function loadPlain(element, language) {
  const key = `${element}.${language}`;
  const text = texts.get(key) ?? load(key);
  texts.set(key, text);
  return text;
}
