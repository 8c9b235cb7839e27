/** @typedef {[pattern: RegExp, replacement: string, times?: number]} Patch `times` it is found, once if nothing says */

/**
 * Lit on foreign ground: what a host page could break.
 * @type {Patch[]}
 */
const hardened = [
  // The policy is ours, one for the whole script, for `trusted-types havn`. Where it is refused (a second copy, a
  // stricter page), Lit goes on without: the element then renders, or shows its fallback, but the script does not die.
  [/(\w+)=(\w+)\?\2\.createPolicy\("lit-html",\{createHTML:(\w+)=>\3\}\):void 0/, '$1=policyOfHavn'],
  // <div id="litHtmlVersions"> and <div id="litHtmlPolyfillSupport"> on a page take the place of these globals.
  [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
  [/(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/, '$1=0;'],
  // <form name="createElement"> takes the place of the method of document.
  [/(\w+)\.createComment\(""\)/, 'Document.prototype.createComment.call($1,"")'],
  [/(\w+)\.createTreeWalker\(\1,129\)/, 'Document.prototype.createTreeWalker.call($1,$1,129)'],
  [/(\w+)\.createTextNode\((\w+)\)/, 'Document.prototype.createTextNode.call($1,$2)'],
  // In a page of XML innerHTML takes well-formed markup alone: there the template comes from another document.
  [
    /(\w+)\.createElement\("template"\)/,
    'Document.prototype.createElement.call("text/html"==$1.contentType?$1:$1.implementation.createHTMLDocument(""),"template")',
  ],
  [
    /\((\w+)\?\.creationScope\?\?(\w+)\)\.importNode\((\w+),!0\)/,
    'Document.prototype.importNode.call($2,$3,!0)',
  ],
];

/**
 * What no template of ours uses, a fifth of Lit. The build refuses a module of Lit or a template that would need it.
 * @type {Patch[]}
 */
const unused = [
  // Directives, and what tells them whether they are on the page.
  [/(function (\w+)\((\w+),(\w+),\w+=\w+,\w+\))\{if\(\4===\w+\)return \4;.*?,\4\}/, '$1{return $4}'],
  [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
  [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}(?=u\()/, ''],
  [/get tagName\(\)\{[^}]+\}get _\$AU\(\)\{[^}]+\}/, ''],
  [/,this\._\$Cv=\w+\?\.isConnected\?\?!0/, ''],
  [/for\(this\._\$AP\?\.\(!1,!0,\w+\);/, 'for(;'],
  [/setConnected\(\w+\)\{.*?\}\}/, '}'],
  [/get startNode\(\)\{[^}]+\}get endNode\(\)\{[^}]+\}/, ''],
  [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
  [/get parentNode\(\)\{let .*?,\w+\}/, ''],
  // The kind of a part, for directives too.
  [/this\.type=[12],/, '', 2],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
  [/constructor\(([\w,]+)\)\{super\(\1\),this\.type=5\}/, ''],
  // svg`` and mathml``.
  [/2===(\w+)\?"<svg>":3===\1\?"<math>":""/, '""'],
  [/\+\(2===(\w+)\?"<\/svg>":3===\1\?"<\/math>":""\)/, ''],
  [/,2===(\w+)\|\|3===\1\)\{const \w+=this\.el\.content\.firstChild;[^}]+\}/, ',0);'],
  // Values in comments and in the text of <textarea>, <title>, <script> and <style>.
  [
    /"!--"===(\w+)\[1\]\?\w+=\w+:void 0!==\1\[1\]\?\w+=\w+:(void 0!==\1\[2\]\?)\(\w+\.test\(\1\[2\]\)&&\(\w+=RegExp\("<\/"\+\1\[2\],"g"\)\),(\w+=\w+)\)/,
    '$2$3',
  ],
  [/(\w+)===\w+\|\|\1===\w+\?\1=(\w+):\(\1=(\w+),\w+=void 0\)/, '$1=$3'],
  [/(\w+)=\w+\?\?(\w+),(\w+=-1)\)/, '$1=$2,$3)'],
  [/if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}\}(\}else if\(8===)/, '$1'],
  [/(if\(\w+\.data===\w+\)\w+\.push\(\{type:2,index:\w+\}\);)else\{let \w+=-1;.*?\}(\w+\+\+)/, '$1$2'],
  // Space but for one between attributes.
  [/RegExp\(`>\|\$\{\w+\}\(\?:.*?`,"g"\)/, '/>| (?:([^ "\'>=/]+)(=(?:[^ "\'<>=]|(")|))|$)/g'],
  // Values in the place of an attribute's name.
  [/else \w+\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6,index:\w+\}\),\w+\.removeAttribute\(\w+\)\)/, ''],
  [/1===\w+\.type\?(\w+=new \w+\.ctor\([^)]*\)):6===\w+\.type&&\(\w+=new \w+\(\w+,this,\w+\)\)/, '$1'],
  [/void 0!==(\w+)&&\((void 0!==\1\.strings)/, '($2'],
  [/if\(\w+\.hasAttributes\(\)\)for/, 'for'],
  // Single quotes round a value.
  [/'"'===\w+\[3\]\?(\$):\w+/, '$1'],
  [/(\w+)===\$\|\|\1===\w+\?/, '$1===$?'],
  // Templates compiled beforehand.
  [/"number"==typeof (\w+)\?(this\._\$AC\(\w+\)):\(void 0===\1\.el&&.*?,\1\)/, '$2'],
  // Listeners that are objects, with options; handlers here are functions that need no `this`, or nothing. A part that
  // listens already does not listen twice.
  [
    /_\$AI\((\w+),\w+=this\)\{if\(\(\1=.*?handleEvent\((\w+)\)\{.*?\.handleEvent\(\2\)\}/,
    '_$AI($1){this._$AH=$1,this.element.addEventListener(this.name,this)}handleEvent($2){this._$AH?.($2)}',
  ],
  // What a directive answers with to leave things as they are, and to set an attribute without a change.
  [/(\w+)=\w+\(this,\1,\w+\),(\w+\(\1\)\?)/, '$2'],
  [/(\w+)=\w+\(this,\1,\w+,0\),(\w+=!\w+\(\1\)\|\|\1!==this\._\$AH)&&\1!==\w+,/, '$2,'],
  [/(\w+)=\w+\(this,(\w+\[\w+\+\w+\]),\w+,\w+\),\1===\w+&&\(\1=this\._\$AH\[\w+\]\),/, '$1=$2,'],
  [/(\w+)&&!\w+&&this\.j\(/, '$1&&this.j('],
  // The way up from a part, and the options of its tree.
  [/this\._\$AN=void 0,/, '', 4],
  [/,this\._\$AM=\w+/, '', 4],
  [/,this\.options=\w+/, '', 3],
  [/(new \w+\(this\.O\(\w+\(\)\),this\.O\(\w+\(\)\)),this,this\.options\)/, '$1)'],
  [/(\w+\.nextSibling),this,\w+\)/, '$1)'],
  [/(\w+\.strings),this,\w+\)/, '$1)'],
  [/constructor\((\w+,\w+),\w+,\w+\)(?=\{this\._\$AH=\w+,this\._\$AA)/, 'constructor($1)'],
  [/constructor\((\w+,\w+,\w+),\w+,\w+\)\{this\._\$AH=\w+,/, 'constructor($1){'],
  [/(\w+)\._\$AI\((\w+),\1,(\w+)\)/, '$1._$AI($2,$3)'],
  [/_\$AI\((\w+),\w+=this,(\w+),\w+\)/, '_$AI($1,$2)'],
  [/_\$AI\((\w+),\w+=this\)/, '_$AI($1)'],
  [/\.u\(this\.options\)/, '.u()'],
  // What lets a polyfill of the shadow tree look at a node first.
  [/const (\w+)=\w+\((\w+)\)\.nextSibling;\w+\(\2\)\.remove\(\)/, 'const $1=$2.nextSibling;$2.remove()'],
  // Lists that are no arrays.
  [/\w+\((\w+)\)\?(this\.k\(\1\))/, 'Array.isArray($1)?$2'],
  // A mark that nobody can guess: ours may be guessed, since only our own templates are read for it.
  [/`lit\$\$\{Math\.random\(\)\.toFixed\(9\)\.slice\(2\)\}\$`/, '"lit$0$"'],
  // The words of an exception that our templates cannot cause.
  [/throw Error\("invalid template strings array"\)/, 'throw 0'],
  // A place to render before.
  [/(\w+)=(\w+)\?\.renderBefore\?\?(\w+);let/, '$1=$3;let'],
  [
    /const (\w+)=\w+\?\.renderBefore\?\?null;(.*?insertBefore\(\w+\(\),)\1\),\1,void 0,\w+\?\?\{\}\)/,
    '$2null),null)',
  ],
];

/**
 * What some scripts use, by what stands for it in a template. The one with a name of Lit's is its symbol, as our code names
 * it: with spaces.
 * @type {{use: RegExp, patch: Patch}[]}
 */
const optional = [
  { use: /\s\.\w+=\$\{/, patch: [/"\."===\w+\[1\]\?\w+:/, ''] },
  {
    use: /([\w$]+)=Symbol\.for\("lit-noChange"\)[\s\S]* : \1\b/,
    patch: [/:(\w+)!==this\._\$AH&&\1!==\w+&&this\._\(\1\)/, ':$1!==this._$AH&&this._($1)'],
  },
  { use: /\s\?\w+=\$\{/, patch: [/"\?"===\w+\[1\]\?\w+:/, ''] },
];

/**
 * Each pattern has to be found as often as it says, else the build fails: a new version of Lit wants a new look.
 * @param {string} policyModule path of the compiled src/safety/trusted-types.ts
 * @param {string} templates the code of the script, with its templates as they were written
 * @returns {import('rollup').Plugin}
 */
export function litPatches(policyModule, templates) {
  const patches = [
    ...hardened,
    ...unused,
    ...optional.filter(({ use }) => !use.test(templates)).map(({ patch }) => patch),
  ];
  return {
    name: 'lit-patches',
    transform(code, file) {
      const name = file.split('/node_modules/').pop() ?? '';
      if (/^lit-html\/(?!lit-html\.js|is-server\.js)/.test(name))
        this.error(`${name} is a part of Lit that tools/lit-patches.js takes the ground from`);
      if (name !== 'lit-html/lit-html.js') return null;
      let patched = code;
      for (const [pattern, replacement, times = 1] of patches) {
        const found = patched.match(new RegExp(pattern, 'g'))?.length ?? 0;
        if (found !== times)
          this.error(`${name}: ${pattern} found ${found} times, not ${times}. Look at what Lit has changed.`);
        patched = patched.replace(new RegExp(pattern, 'g'), replacement);
      }
      if (patched.includes('policyOfHavn'))
        patched = `import { policy as policyOfHavn } from ${JSON.stringify(policyModule)};${patched}`;
      return { code: patched, map: null };
    },
  };
}
