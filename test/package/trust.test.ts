/** What is promised in SECURITY.md, read out of what is shipped: every script, module and page of dist. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import ts from 'typescript';
import { sure } from '../sure.js';

const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const files = readdirSync('dist', { recursive: true })
  .map(file => String(file).replaceAll('\\', '/'))
  .filter(file => statSync(`dist/${file}`).isFile())
  .sort();
const scripts = files.filter(file => file.endsWith('.js') && !file.startsWith('npm/'));
const modules = files.filter(file => file.endsWith('.js') && file.startsWith('npm/'));
const pages = files.filter(file => file.endsWith('.html'));

/** @returns of its syntax tree, every one */
function nodesOf(text: string): ts.Node[] {
  const within = (node: ts.Node): ts.Node[] => {
    const nodes: ts.Node[] = [node];
    ts.forEachChild(node, child => {
      nodes.push(...within(child));
    });
    return nodes;
  };
  return within(ts.createSourceFile('script.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
}

/** Storage, and requests: a host page must find neither. */
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'cookie', 'cookieStore', 'caches'];
const requests = [
  ...[
    'fetch',
    'XMLHttpRequest',
    'sendBeacon',
    'WebSocket',
    'WebTransport',
    'EventSource',
    'RTCPeerConnection',
  ],
  ...['Worker', 'SharedWorker', 'serviceWorker', 'importScripts'],
];
/** What gets a file that a page names. The scripts load it as a part, only then. */
const fetching = /^parts\/|^npm\/safety\/fetch\.js$/;
const addresses = ['pushState', 'replaceState'];
/** A page that is left must not be found by Back: of all modules, the one that leaves may rename its entry. */
const leaving = 'npm/safety/exit.js';
/** How often it does: each script has that module whole, or not at all. */
const renamed = ['replaceState'];
const dynamic = ['eval', 'execScript', 'write', 'writeln', 'insertAdjacentHTML', 'outerHTML'];

/** @param expression that is called */
const nameOfCalled = (expression: ts.Expression) =>
  ts.isIdentifier(expression)
    ? expression.text
    : ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : '';

/** Which of some names a script says, as a name or, in brackets or taken apart, as a text. */
const saidOf = (nodes: ts.Node[], names: string[]) =>
  nodes.flatMap(node =>
    (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && names.includes(node.text) ? [node.text] : [],
  );

/** Text that is run as code. */
const codeFromText = (nodes: ts.Node[]) =>
  nodes.flatMap(node => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return ['import()'];
    const name = nameOfCalled(node.expression);
    const [first] = node.arguments ?? [];
    if (['Function', 'constructor', 'AsyncFunction'].includes(name)) return [`${name}()`];
    return /^set(Timeout|Interval)$/.test(name) && first && ts.isStringLiteralLike(first)
      ? [`${name}("…")`]
      : [];
  });

/** What Prototype.js and MooTools have broken. */
const brokenByHosts = (nodes: ts.Node[]) =>
  nodes.flatMap(node => {
    if (ts.isForInStatement(node)) return ['for…in'];
    return ts.isPropertyAccessExpression(node) &&
      node.name.text === 'from' &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'Array'
      ? ['Array.from']
      : [];
  });

/** The hosts of the facts, of the way out, and of names in XML, which nobody asks. */
const hosts = new Set(
  ['data/directory', 'data/guidance', 'data']
    .flatMap(folder => readdirSync(folder).map(name => `${folder}/${name}`))
    .filter(file => file.endsWith('.json') && !file.includes('/schema/'))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/https?:\/\/([\w.-]+)/g)])
    .map(([, host]) => host)
    .concat('www.yr.no', 'www.w3.org'),
);

/** @returns hosts in it that are none of these */
const strangeHosts = (text: string): string[] =>
  [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/([\w.-]+)|["'`]\/\/([\w.-]+\.[a-z]{2,})/g)]
    .map(([, host, other = '']) => host ?? other)
    .filter(host => !hosts.has(host));

describe('every script', () => {
  test('is read here', () => {
    for (const file of [
      'havn.js',
      'hand-over.js',
      'elements/hotline-banner.js',
      'frame/frame.js',
      'locales/pl.js',
    ])
      assert.ok(scripts.includes(file), file);
    assert.ok(modules.includes('npm/index.js'));
    assert.ok(pages.includes('html/hotline-banner.nb.html'));
  });

  for (const file of scripts) {
    const text = read(file);
    const nodes = nodesOf(text);

    test(`${file} runs no text as code`, () => {
      assert.deepEqual([...saidOf(nodes, dynamic), ...codeFromText(nodes)], []);
    });

    test(`${file} stores nothing and leaves the address as it is`, () => {
      const said = saidOf(nodes, [...storage, ...addresses]);
      assert.deepEqual(said, said.length ? renamed : []);
    });

    test(`${file} asks nobody, and names no host but those of the facts`, () => {
      const asked = saidOf(nodes, requests).filter(name => !(name === 'fetch' && fetching.test(file)));
      assert.deepEqual(asked, []);
      assert.deepEqual(strangeHosts(text), []);
      assert.doesNotMatch(text, /sourceMappingURL/);
    });

    test(`${file} uses nothing that old libraries break`, () => {
      assert.deepEqual(brokenByHosts(nodes), []);
    });
  }
});

test('no module for bundlers runs text as code, stores or asks for anything', () => {
  for (const file of modules) {
    const text = read(file);
    const nodes = nodesOf(text);
    const found = [
      ...codeFromText(nodes),
      ...saidOf(nodes, [...dynamic, ...storage, ...requests, ...addresses]),
    ].filter(name => !(name === 'fetch' && fetching.test(file)));
    assert.deepEqual(found, file === leaving ? renamed : [], file);
    assert.doesNotMatch(text, /sourceMappingURL/, file);
  }
});

test('every page takes scripts, styles and pictures from its own folder alone', () => {
  for (const file of pages) {
    const text = read(file);
    for (const [, address] of text.matchAll(/\ssrc(?:set|doc)?="([^"]*)"/g))
      assert.doesNotMatch(sure(address), /^(?:[a-z]+:|\/\/)/i, file);
    for (const [link] of text.matchAll(/<link\b[^>]*>/g)) assert.doesNotMatch(link, /:\/\/|="\/\//, file);
    assert.doesNotMatch(
      text,
      /<(?:object|embed|base|meta http-equiv="refresh")\b|\son[a-z]+="|javascript:/i,
      file,
    );
  }
});

test('these tests see what they look for', () => {
  for (const [code, what] of [
    ['eval("1")', 'eval'],
    ['window["eval"]("1")', 'eval'],
    ['document.write("x")', 'write'],
    ['localStorage.x = 1', 'localStorage'],
    ['var {cookie} = document', 'cookie'],
    ['navigator.sendBeacon("/")', 'sendBeacon'],
    ['fetch("/")', 'fetch'],
  ] as const)
    assert.deepEqual(saidOf(nodesOf(code), [...dynamic, ...storage, ...requests]), [what], code);
  for (const [code, what] of [
    ['new Function("return 1")', 'Function()'],
    ['Function("return 1")()', 'Function()'],
    ['(()=>{}).constructor("return 1")()', 'constructor()'],
    ['setTimeout("x()", 1)', 'setTimeout("…")'],
    ['import("./x.js")', 'import()'],
  ] as const)
    assert.deepEqual(codeFromText(nodesOf(code)), [what], code);
  assert.deepEqual(brokenByHosts(nodesOf('for (const key in {}) Array.from(key)')), ['for…in', 'Array.from']);
  assert.deepEqual(strangeHosts('a="https://evil.example/x";b="//cdn.example/y";c="https://www.udi.no"'), [
    'evil.example',
    'cdn.example',
  ]);
});

describe('what others wrote', () => {
  const bill = readJson('dist/sbom.cdx.json');
  const components: {
    group?: string;
    name: string;
    version: string;
    purl: string;
    hashes: { content: string }[];
    licenses: { license: { id: string; text: { content: string } } }[];
  }[] = bill.components;
  const nameOf = ({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name);
  const names = components.map(nameOf);

  test('at run time is Lit and its localize, and nothing else', () => {
    assert.deepEqual(Object.keys(readJson('package.json').dependencies).sort(), ['@lit/localize', 'lit']);
    // Parsed: the words of a list, in quotes too, have "from" among them.
    for (const file of modules)
      for (const { fileName } of ts.preProcessFile(read(file)).importedFiles)
        if (!fileName.startsWith('.')) assert.match(fileName, /^(?:lit|@lit\/localize)(?:\/|$)/, file);
  });

  test('inside are Lit with its localisation, and what makes QR codes and the ids of HSDS: the bill of materials names them, and nothing else', () => {
    assert.deepEqual(names, [
      '@lit/localize',
      '@lit/reactive-element',
      'lean-qr',
      'lit-element',
      'lit-html',
      'uuid',
    ]);
    // Lit is one package that needs others.
    const reached = new Set([bill.metadata.component.purl]);
    for (const ref of reached)
      for (const other of bill.dependencies.find((one: { ref: string }) => one.ref === ref)?.dependsOn ?? [])
        reached.add(other);
    assert.deepEqual([...reached].slice(1).sort(), components.map(({ purl }) => purl).sort());
  });

  test('has a bill of materials that is valid CycloneDX', async () => {
    const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(
      read('sbom.cdx.json'),
    );
    assert.equal(faults, null);
  });

  test('is what is installed: versions and hashes', () => {
    const lock = readJson('package-lock.json').packages;
    for (const component of components) {
      const { version, integrity } = lock[`node_modules/${nameOf(component)}`];
      assert.equal(component.version, version);
      assert.equal(component.purl, `pkg:npm/${nameOf(component).replace('@', '%40')}@${version}`);
      const hash = Buffer.from(sure(component.hashes[0]).content, 'hex').toString('base64');
      assert.equal(`sha512-${hash}`, integrity);
    }
  });

  test('has nothing in its bill that changes from build to build', () => {
    assert.equal(bill.serialNumber, undefined);
    assert.equal(bill.metadata.timestamp, undefined);
  });

  test('stands under a licence that allows it, which is shipped in full', () => {
    const licences = read('licenses.txt');
    for (const component of components) {
      const folder = `node_modules/${nameOf(component)}`;
      const { license } = readJson(`${folder}/package.json`);
      assert.ok(['BSD-3-Clause', 'MIT'].includes(license), license);
      assert.deepEqual(component.licenses, [{ license: { id: license } }]);
      assert.ok(licences.includes(`${nameOf(component)} ${component.version} (${license})`));
      const file = readdirSync(folder).find(name => /^license/i.test(name));
      assert.ok(licences.includes(readFileSync(`${folder}/${file}`, 'utf8').trim()));
    }
  });
});
