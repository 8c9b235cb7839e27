import { readFileSync } from 'node:fs';

/** A file of JSON, which is taken for what the caller knows to be in it. */
export const readJson = <Content>(file: string | URL): Content => JSON.parse(readFileSync(file, 'utf8'));
