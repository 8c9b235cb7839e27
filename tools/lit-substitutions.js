/**
 * Named substitutions on Lit's readable source, each with the host page that needs it. The build fails where one no longer
 * applies: a new version of Lit wants a new look.
 */

/** @typedef {{name: string, host: string, in: RegExp, from: string, to: string}} Substitution */

/** @type {Substitution[]} */
export const substitutions = [
  {
    name: 'release',
    host: "every page: Lit's readable source is its development build, which warns on the console",
    in: /(lit-html|lit-element|reactive-element|property)\.js$/,
    from: 'const DEV_MODE = true;',
    to: 'const DEV_MODE = false;',
  },
  {
    name: 'policy',
    host: 'pages with `trusted-types havn`, and pages with two scripts of ours: a policy that is refused must not stop the script',
    in: /lit-html\.js$/,
    from: `const policy = trustedTypes
    ? trustedTypes.createPolicy('lit-html', {
        createHTML: (s) => s,
    })
    : undefined;`,
    to: 'const policy = policyOfHavn;',
  },
  {
    name: 'document',
    host: '<form name="createElement"> takes the place of a method of the document; pages of XML take well-formed markup alone',
    in: /lit-html\.js$/,
    from: '    : document;',
    to: '    : documentOfHavn;',
  },
  {
    name: 'versions',
    host: '<div id="litHtmlVersions"> and the like take the place of the global',
    in: /(lit-html|lit-element|reactive-element)\.js$/,
    from: 'Versions ??= []).push(',
    to: 'VersionsOfHavn, []).push(',
  },
  {
    name: 'polyfills',
    host: '<div id="litHtmlPolyfillSupport"> and the like take the place of the global',
    in: /(lit-html|lit-element|reactive-element)\.js$/,
    from: 'PolyfillSupport;',
    to: 'PolyfillSupportOfHavn;',
  },
  {
    name: 'metadata',
    host: '<div id="litPropertyMetadata"> takes the place of the global',
    in: /reactive-element\.js$/,
    from: 'global.litPropertyMetadata ??= new WeakMap();',
    to: 'const litPropertyMetadata = new WeakMap();',
  },
];

/**
 * @param {(module: string) => string} resolve the path of a compiled module of ours
 * @returns {import('rollup').Plugin}
 */
export function substituteInLit(resolve) {
  return {
    name: 'substitute-in-lit',
    transform(code, file) {
      const name = file.split('/node_modules/').pop() ?? '';
      if (
        !/^(lit-html|lit-element|@lit\/reactive-element)\/development\/(lit-html|lit-element|reactive-element|decorators\/property)\.js$/.test(
          name,
        )
      )
        return null;
      let text = code;
      for (const { name: what, in: where, from, to } of substitutions) {
        if (!where.test(name)) continue;
        if (text.split(from).length !== 2)
          this.error(`${name}: the substitution "${what}" does not apply once`);
        text = text.replace(from, () => to);
      }
      const needed = [
        ['policyOfHavn', 'policy', 'safety/trusted-types.js'],
        ['documentOfHavn', 'ownDocument', 'safety/own-document.js'],
      ].filter(([used]) => text.includes(/** @type {string} */ (used)));
      const imports = needed.map(
        ([as, exported, module]) =>
          `import { ${exported} as ${as} } from ${JSON.stringify(resolve(/** @type {string} */ (module)))};`,
      );
      return { code: [...imports, text].join(''), map: null };
    },
  };
}
