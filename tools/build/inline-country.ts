/**
 * Inlines what the sources import from the modules of the country: constants, and functions of one line. No minifier
 * inlines them across the `try` around a script, and no bundler from module to module. With this, a script is as small
 * as if the values were written in the sources.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AnyNode } from 'acorn';
import MagicString from 'magic-string';
import { parseAst } from 'rollup/parseAst';
import { walk } from './syntax.js';

/** a constant has no parameters */
interface Value {
  parameters: string[] | undefined;
  body: string;
}

/**
 * @param code of a compiled module that tools/build/country-modules.ts made
 * @returns its exports by name
 */
const valuesIn = (code: string): Map<string, Value> =>
  new Map(
    [...code.matchAll(/^export const (\w+) = (?:\(([\w, ]*)\) => )?(.*);$/gm)].map(
      ([, name = '', parameters, body = '']) => [name, { parameters: parameters?.split(', '), body }],
    ),
  );

/** @returns the code with the imports from the country inlined */
export function inlineCountry(code: string, file: string): string {
  const imports = [...code.matchAll(/^import \{[^}]*\} from '([^']*generated\/country[\w-]*\.js)';\n/gm)];
  if (!imports.length) return code;
  const values = new Map(
    imports.flatMap(([, from = '']) => [...valuesIn(readFileSync(resolve(dirname(file), from), 'utf8'))]),
  );
  const text = new MagicString(code);
  for (const { 0: line, index } of imports) text.remove(index, index + line.length);
  function visit(node: AnyNode) {
    // An import, or a property of the same name, is not a use of the value.
    if (node.type === 'ImportDeclaration') return false;
    if (node.type === 'MemberExpression' && !node.computed) {
      walk(node.object, visit);
      return false;
    }
    if (node.type === 'CallExpression') {
      const { callee } = node;
      const { parameters, body } = (callee.type === 'Identifier' && values.get(callee.name)) || {};
      if (!parameters || !body) return true;
      // Arguments may contain imported values too.
      for (const argument of node.arguments) walk(argument, visit);
      const given = node.arguments.map(({ start, end }) => `(${text.slice(start, end)})`);
      const called = body.replace(/\b\w+\b/g, word => given[parameters.indexOf(word)] ?? word);
      text.overwrite(node.start, node.end, `(${called})`);
      return false;
    }
    const value = node.type === 'Identifier' ? values.get(node.name) : undefined;
    if (value)
      text.overwrite(
        node.start,
        node.end,
        value.parameters ? `((${value.parameters.join(', ')}) => ${value.body})` : value.body,
      );
    return true;
  }
  walk(parseAst(code), visit);
  return text.toString();
}
