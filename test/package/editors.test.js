/** What editors and frameworks are told of the elements: small consumers, compiled. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import ts from 'typescript';
import vscodeCss from 'vscode-css-languageservice';
import vscodeHtml from 'vscode-html-languageservice';

// Within the package, so that it can be imported by its name, as installed.
const folder = resolve(import.meta.dirname, '../../.build/editors');
/** @param {string} file */
const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
/** @type {{name: string, tagName: string}[]} */
const declarations = readJson('custom-elements.json')
  .modules.flatMap((/** @type {any} */ { declarations }) => declarations)
  .filter((/** @type {any} */ { tagName }) => tagName);
const tags = declarations.map(({ tagName }) => tagName).sort();

before(() => mkdirSync(folder, { recursive: true }));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @type {import('typescript').CompilerOptions} */
const options = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
};
const host = ts.createCompilerHost(options);
const { getSourceFile } = host;
/** The libraries of TypeScript, read once for all programs. @type {Map<string, import('typescript').SourceFile | undefined>} */
const libraries = new Map();
/** @type {import('typescript').CompilerHost['getSourceFile']} */
const readOnce = (name, languageVersion, onError, isNew) => {
  const read = () => getSourceFile(name, languageVersion, onError, isNew);
  if (!/\/typescript\/lib\//.test(name)) return read();
  const library = libraries.get(name) ?? read();
  libraries.set(name, library);
  return library;
};
host.getSourceFile = readOnce;

/**
 * What the compiler objects to in a file and in what it imports, but for TypeScript's own libraries.
 * @param {string} name
 * @param {string} code
 */
function faultsOf(name, code) {
  const file = `${folder}/${name}`;
  writeFileSync(file, code);
  const program = ts.createProgram([file], options, host);
  return program
    .getSourceFiles()
    .filter(source => !program.isSourceFileDefaultLibrary(source))
    .flatMap(source => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(
      ({ messageText, file: at }) =>
        `${at?.fileName.split('/').slice(-2).join('/')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const react = `import type { CustomElements } from 'havn-widgets/jsx';
declare module 'react' { namespace JSX { interface IntrinsicElements extends CustomElements {} } }
`;
const vue = `import type { GlobalComponents } from 'vue';
import 'havn-widgets/vue';
type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => { $props: infer P } ? P : never;
`;
const svelte = `import type { CustomElements } from 'havn-widgets/svelte';
`;

describe('types', () => {
  for (const [what, name, good, bad] of [
    [
      'JSX, in React',
      'react.tsx',
      `${react}export const page = <><havn-hotline-banner layout="card" exit exit-href="https://www.yr.no/"><p>22 33 11 60</p></havn-hotline-banner>
        <havn-service-finder lang="nb" need="shelter" page-size={10} directory={null} onhavn-ready={event => event.composedPath()} /></>;`,
      `${react}export const page = <havn-hotline-banner layout="crad" />;`,
    ],
    [
      'Vue',
      'vue.ts',
      `${vue}export const props: Props<'havn-service-card'> = { service: 'rosa-helpline' };
        export const need: Props<'havn-contact-directory'> = { need: 'shelter', audience: 'helper' };`,
      `${vue}export const props: Props<'havn-contact-directory'> = { audience: 'nobody' };`,
    ],
    [
      'Svelte',
      'svelte.ts',
      `${svelte}export const props: CustomElements['havn-permit-guide'] = { view: 'questions', lang: 'nn' };`,
      `${svelte}export const props: CustomElements['havn-permit-guide'] = { view: 'answers' };`,
    ],
    [
      'the DOM',
      'dom.ts',
      `import 'havn-widgets/elements/hotline-banner';
        export const banner = document.createElement('havn-hotline-banner');
        banner.layout = 'card';
        export const shown: Promise<void> | undefined = document.querySelector('havn-hotline-banner')?.updateComplete;`,
      `import 'havn-widgets/elements/hotline-banner';
        document.createElement('havn-hotline-banner').layout = 'crad';`,
    ],
  ]) {
    test(`of ${what}: what is right compiles`, () => assert.deepEqual(faultsOf(name, good), []));
    test(`of ${what}: what no attribute can be does not`, () => {
      const faults = faultsOf(name, bad);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0], /crad|nobody|answers/);
    });
  }
});

test('of the DOM: every tag stands for its class', () => {
  const classes = declarations.map(
    ({ name, tagName }, index) =>
      `export const element${index}: all.${name} = document.createElement('${tagName}');`,
  );
  assert.ok(classes.length);
  assert.deepEqual(
    faultsOf('all.ts', `import type * as all from 'havn-widgets';\n${classes.join('\n')}`),
    [],
  );
});

/** What VS Code offers at the bar in a text of HTML. @param {string} text */
function offeredInHtml(text) {
  const data = vscodeHtml.newHTMLDataProvider('havn', readJson('dist/editors/vscode.html-custom-data.json'));
  const service = vscodeHtml.getLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [data],
  });
  const document = vscodeHtml.TextDocument.create('file:///page.html', 'html', 1, text.replace('|', ''));
  const { items } = service.doComplete(
    document,
    document.positionAt(text.indexOf('|')),
    service.parseHTMLDocument(document),
  );
  return items.map(({ label }) => label);
}

/** The same in a text of CSS. @param {string} text */
function offeredInCss(text) {
  const data = vscodeCss.newCSSDataProvider(readJson('dist/editors/vscode.css-custom-data.json'));
  const service = vscodeCss.getCSSLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [data],
  });
  const document = vscodeCss.TextDocument.create('file:///page.css', 'css', 1, text.replace('|', ''));
  const { items } = service.doComplete(
    document,
    document.positionAt(text.indexOf('|')),
    service.parseStylesheet(document),
  );
  return items.map(({ label }) => label);
}

describe('completion', () => {
  test('in VS Code: every tag, its attributes and their values', () => {
    assert.deepEqual(
      offeredInHtml('<havn-|')
        .filter(label => label.startsWith('havn-'))
        .sort(),
      tags,
    );
    assert.deepEqual(offeredInHtml('<havn-hotline-banner layout="|"').sort(), ['bar', 'card']);
    const attributes = offeredInHtml('<havn-hotline-banner |>');
    for (const name of ['layout', 'exit', 'exit-href']) assert.ok(attributes.includes(name), name);
    assert.ok(!attributes.includes('profession'));
  });

  test('in VS Code: custom properties and parts in style sheets', () => {
    assert.ok(offeredInCss('havn-hotline-banner { | }').includes('--havn-accent'));
    assert.ok(offeredInCss('havn-hotline-banner:|').includes('::part(call)'));
  });

  test('in JetBrains: every tag, and the package says where', () => {
    const { 'web-types': file } = readJson('package.json');
    const { name, contributions } = readJson(file);
    assert.equal(name, 'havn-widgets');
    assert.deepEqual(contributions.html.elements.map((/** @type {any} */ one) => one.name).sort(), tags);
  });
});
