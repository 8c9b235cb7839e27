/** What editors and frameworks are told of the elements: small consumers, compiled. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CompilerOptions } from 'typescript';
import ts from 'typescript';
import vscodeCss from 'vscode-css-languageservice';
import vscodeHtml from 'vscode-html-languageservice';
import { readDeclarations } from '../../tools/build/manifest.js';
import { rosa } from '../rosa.js';

// Within the package, so that it can be imported by its name, as installed.
const folder = resolve(import.meta.dirname, '../../.build/editors');
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const declarations = readDeclarations();
const tags = declarations.map(({ tagName }) => tagName).sort();

before(() => mkdirSync(folder, { recursive: true }));
after(() => rmSync(folder, { recursive: true, force: true }));

const options: CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
};
const react = `import type { CustomElements } from 'havn-widgets/jsx';
declare module 'react' { namespace JSX { interface IntrinsicElements extends CustomElements {} } }
`;
const vue = `import type { GlobalComponents } from 'vue';
import 'havn-widgets/vue';
type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => { $props: infer P } ? P : never;
`;
const svelte = `import type { CustomElements } from 'havn-widgets/svelte';
`;

const allClasses: Record<string, string> = {
  'all.ts': `import type * as all from 'havn-widgets';
${declarations.map(({ name, tagName }, index) => `export const element${index}: all.${name} = document.createElement('${tagName}');`).join('\n')}`,
};

describe('types', () => {
  const consumers = [
    {
      what: 'JSX, in React',
      name: 'react.tsx',
      good: `${react}export const page = <><havn-hotline-banner layout="card" exit exit-href="https://www.yr.no/"><p>${rosa.shown}</p></havn-hotline-banner>
        <havn-service-finder lang="nb" need="shelter" page-size={10} directory={null} onhavn-ready={event => event.composedPath()} /></>;`,
      bad: `${react}export const page = <havn-hotline-banner layout="crad" />;`,
    },
    {
      what: 'Vue',
      name: 'vue.ts',
      good: `${vue}export const props: Props<'havn-service-card'> = { service: 'rosa-helpline' };
        export const need: Props<'havn-contact-directory'> = { need: 'shelter', audience: 'helper' };`,
      bad: `${vue}export const props: Props<'havn-contact-directory'> = { audience: 'nobody' };`,
    },
    {
      what: 'Svelte',
      name: 'svelte.ts',
      good: `${svelte}export const props: CustomElements['havn-permit-guide'] = { view: 'questions', lang: 'nn' };`,
      bad: `${svelte}export const props: CustomElements['havn-permit-guide'] = { view: 'answers' };`,
    },
  ];

  /** By file, what the compiler objects to in it. */
  const faults: Map<string, string[]> = new Map();
  before(() => {
    for (const [name, code] of Object.entries(allClasses)) writeFileSync(`${folder}/${name}`, code);
    for (const { name, good, bad } of consumers) {
      writeFileSync(`${folder}/good-${name}`, good);
      writeFileSync(`${folder}/bad-${name}`, bad);
    }
    // All in one program: TypeScript's own libraries take it longest.
    const files = readdirSync(folder).map(name => `${folder}/${name}`);
    const program = ts.createProgram(files, options);
    for (const source of program.getSourceFiles())
      if (!program.isSourceFileDefaultLibrary(source))
        faults.set(
          source.fileName.replace(`${folder}/`, ''),
          [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
            ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
          ),
        );
  });

  for (const { what, name } of consumers) {
    test(`of ${what}: what is right compiles`, () => assert.deepEqual(faults.get(`good-${name}`), []));
    test(`of ${what}: what no attribute can be does not`, () => {
      const found = faults.get(`bad-${name}`) ?? [];
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found.join('\n'), /crad|nobody|answers/);
    });
  }

  test('of the DOM: every tag stands for its class', () => {
    assert.ok(declarations.length);
    assert.deepEqual(faults.get('all.ts'), []);
  });

  test('of the package are right themselves', () => {
    const ofPackage = [...faults].filter(([name]) => name.startsWith('/'));
    assert.ok(ofPackage.length > 20);
    assert.deepEqual(
      ofPackage.filter(([, found]) => found.length),
      [],
    );
  });
});

/** What VS Code offers at the bar in a text of HTML. */
function offeredInHtml(text: string) {
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

/** The same in a text of CSS. */
function offeredInCss(text: string) {
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
    assert.deepEqual(contributions.html.elements.map(({ name }: { name: string }) => name).sort(), tags);
  });
});
