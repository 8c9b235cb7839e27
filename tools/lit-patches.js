/**
 * Lit on foreign ground. Each pattern has to be found once, else the build fails: a new version of Lit wants a new look.
 */
const lit = {
  'lit-html/lit-html.js': [
    // The policy is ours, one for the whole script, for `trusted-types havn`. Where it is refused (a second copy, a
    // stricter page), Lit goes on without: the element then renders, or shows its fallback, but the script does not die.
    [/(\w+)=(\w+)\?\2\.createPolicy\("lit-html",\{createHTML:(\w+)=>\3\}\):void 0/, '$1=policyOfHavn'],
    // <div id="litHtmlVersions"> and <div id="litHtmlPolyfillSupport"> on a page take the place of these globals.
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/, '$1=0;'],
    // <form name="createElement"> takes the place of the method of document.
    [/(\w+)\.createComment\(""\)/, 'Document.prototype.createComment.call($1,"")'],
    [/(\w+)\.createTreeWalker\(\1,129\)/, 'Document.prototype.createTreeWalker.call($1,$1,129)'],
    [/(\w+)\.createElement\("template"\)/, 'Document.prototype.createElement.call($1,"template")'],
    [
      /\((\w+)\?\.creationScope\?\?(\w+)\)\.importNode\((\w+),!0\)/,
      'Document.prototype.importNode.call($2,$3,!0)',
    ],
  ],
};

/**
 * @param {string} policyModule path of the compiled src/safety/trusted-types.ts
 * @returns {import('rollup').Plugin}
 */
export function litPatches(policyModule) {
  return {
    name: 'lit-patches',
    transform(code, file) {
      const name = file.split('/node_modules/').pop() ?? '';
      const patches = lit[/** @type {keyof typeof lit} */ (name)];
      if (!patches) return null;
      let patched = code;
      for (const [pattern, replacement] of /** @type {[RegExp, string][]} */ (patches)) {
        const found = patched.match(new RegExp(pattern, 'g'))?.length ?? 0;
        if (found !== 1)
          this.error(`${name}: ${pattern} found ${found} times, not once. Look at what Lit has changed.`);
        patched = patched.replace(pattern, replacement);
      }
      if (patched.includes('policyOfHavn'))
        patched = `import { policy as policyOfHavn } from ${JSON.stringify(policyModule)};${patched}`;
      return { code: patched, map: null };
    },
  };
}
