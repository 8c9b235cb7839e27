/**
 * A script carries only the messages that its elements use: the calls of msg() left after tree shaking, and the texts of
 * the facts it holds.
 */
import { factTexts } from './facts.js';

/** Which facts a generated module holds. */
const factsOf = {
  'directory/generated/contacts.js': /^service\.[^.]+\.name$/,
  'directory/generated/critical.js': /^service\.rosa-helpline\.(name|x_summary)$/,
  'guidance/generated/entitlements.js': /^(entitlement|statement)\./,
  'guidance/generated/permits.js': /^(permit|permit-statement|question|outcome)\./,
  'guidance/generated/referral.js': /^(referral-statement|profession|referral-step|referral)\./,
  'guidance/generated/return.js': /^return-/,
  'guidance/generated/pathway.js': /^pathway-/,
};
const factsOfExports = {
  details: /^service\./,
  organizations: /^organization\./,
  needs: /^need\./,
  groups: /^group\./,
  areas: /^area\./,
};

/**
 * @param {import('rollup').OutputChunk} chunk a chunk that has not been minified
 * @param {Record<string, any>} data the facts
 * @param {ReadonlyMap<string, string>} messages every English message by its id
 * @returns {Set<string>} message ids
 */
export function messagesInReach(chunk, data, messages) {
  const reached = new Set();
  for (const [, id] of chunk.code.matchAll(/\bid: '([\w.-]+)'/g)) if (messages.has(id)) reached.add(id);
  const facts = factTexts(data).map(({ id }) => id);
  const patterns = Object.entries(chunk.modules).flatMap(([file, { renderedExports, renderedLength }]) => {
    if (!renderedLength) return [];
    const module = Object.entries(factsOf).find(([name]) => file.endsWith(name))?.[1];
    const exports = file.endsWith('directory/generated/directory.js')
      ? renderedExports.map(name => factsOfExports[/** @type {keyof typeof factsOfExports} */ (name)])
      : [];
    return [module, ...exports].filter(pattern => pattern !== undefined);
  });
  for (const id of facts) if (patterns.some(pattern => pattern.test(id))) reached.add(id);
  return reached;
}

/**
 * Cuts a generated language module down to the messages given.
 * @param {(id: string) => boolean} wanted
 * @param {string[]} languages the languages that stay; of others nothing is kept
 * @returns {import('rollup').Plugin}
 */
export function keepMessages(wanted, languages) {
  return {
    name: 'keep-messages',
    transform(code, file) {
      const language = /locale\/generated\/(\w+)\.js$/.exec(file)?.[1];
      if (!language) return null;
      /** @type {any} */
      const program = this.parse(code);
      const declaration = program.body.find(
        (/** @type {any} */ node) => node.type === 'ExportNamedDeclaration',
      );
      const { properties } = declaration.declaration.declarations[0].init;
      const kept = properties
        .filter((/** @type {any} */ { key }) => languages.includes(language) && wanted(key.value))
        .map((/** @type {any} */ { start, end }) => code.slice(start, end));
      const imports = program.body
        .filter((/** @type {any} */ node) => node.type === 'ImportDeclaration')
        .map((/** @type {any} */ { start, end }) => code.slice(start, end));
      return { code: `${imports.join('\n')}\nexport const messages = {${kept.join(',\n')}};`, map: null };
    },
  };
}
