import { readFileSync } from 'node:fs';

/** Reads a JSON file. Its content is not checked against the type. */
export const readJson = <Content>(file: string | URL): Content => JSON.parse(readFileSync(file, 'utf8'));
