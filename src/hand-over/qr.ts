// A module of its own, since the build includes the library here: the npm package then depends on Lit only.
export { correction, generate } from 'lean-qr/nano';
