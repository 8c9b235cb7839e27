// By itself, since the build puts the library inside: what bundlers get needs Lit and nothing else.
export { correction, generate } from 'lean-qr/nano';
