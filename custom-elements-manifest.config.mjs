import '@oxc-node/core/register';

const { contractsOfCountry } = await import('./tools/build/contracts.ts');

const camelCase = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** What differs from country to country. */
const ofCountry = {
  name: 'of-country',
  packageLinkPhase({ customElementsManifest }) {
    const filled = contractsOfCountry();
    Object.assign(
      customElementsManifest,
      JSON.parse(JSON.stringify(customElementsManifest), (_, value) =>
        typeof value === 'string' ? filled(value) : value,
      ),
    );
  },
};

/** `@range page-size 1 50` over a class: the least and the most of a number. */
const ranges = {
  name: 'ranges',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    for (const { tagName, comment } of ts.getJSDocTags(node)) {
      if (tagName.text !== 'range') continue;
      const [name, minimum, maximum] = comment.split(' ');
      const { attributes } = moduleDoc.declarations.find(declaration => declaration.name === node.name.text);
      const attribute = attributes.find(attribute => attribute.name === name);
      Object.assign(attribute, { minimum: Number(minimum), maximum: Number(maximum) });
    }
  },
};

/** What is for others to use: our own fields and methods stay out of the manifest. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    // The file system hands them over in an order of its own; the file has to be the same each time.
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    // Modules without a class are internal.
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations = [] }) =>
      declarations.some(({ kind }) => kind === 'class'),
    );
    for (const module of customElementsManifest.modules)
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({ privacy, static: isStatic }) => !privacy && !isStatic,
        );
        for (const attribute of declaration.attributes ?? []) {
          const member = declaration.members?.find(({ name }) => name === camelCase(attribute.name));
          if (!member) continue;
          attribute.fieldName = member.name;
          // One and the same: editors and types show what may stand there, not the name of our type.
          Object.assign(member, {
            attribute: attribute.name,
            reflects: true,
            type: attribute.type,
            description: attribute.description,
          });
        }
        // What is inferred from dispatchEvent() has no meaning; the elements document theirs.
        declaration.events = (declaration.events ?? []).filter(
          ({ name, description }) => name !== 'type' && description,
        );
        for (const event of declaration.events) event.type ??= { text: 'Event' };
      }
  },
};

export default {
  globs: ['src/elements/*/*.ts', 'src/base/havn-element.ts'],
  exclude: ['src/**/generated/**', 'src/**/*.view.ts', 'src/**/*.styles.ts', 'src/**/*.static.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [ofCountry, ranges, publicOnly],
};
