/** What is for others to use: our own fields and methods stay out of the manifest. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    // The file system hands them over in an order of its own; the file has to be the same each time.
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    for (const module of customElementsManifest.modules)
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({ privacy, static: isStatic }) => !privacy && !isStatic,
        );
        // What is inferred from dispatchEvent() has no meaning; the elements document theirs.
        declaration.events = (declaration.events ?? []).filter(
          ({ name, description }) => name !== 'type' && description,
        );
      }
  },
};

export default {
  globs: ['src/elements/*/*.ts', 'src/element/havn-element.ts'],
  exclude: ['src/**/*.view.ts', 'src/**/*.styles.ts', 'src/**/*.static.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [publicOnly],
};
