/**
 * Puts what the sources import of the country in the place where it is used: constants, and functions of one line, which
 * no minifier moves across the `try` round a script, nor a bundler from module to module. So a script is as large as if
 * the rules were written where they hold.
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
 * @param code of a module of tools/build/country-modules.ts, compiled
 * @returns by name
 */
const valuesIn = (code: string): Map<string, Value> =>
  new Map(
    [...code.matchAll(/^export const (\w+) = (?:\(([\w, ]*)\) => )?(.*);$/gm)].map(
      ([, name = '', parameters, body = '']) => [name, { parameters: parameters?.split(', '), body }],
    ),
  );

/**
 * @param code of a compiled module
 * @param file where it lies
 * @returns the same, without what it imports of the country
 */
export function inlineCountry(code: string, file: string): string {
  const imports = [...code.matchAll(/^import \{[^}]*\} from '([^']*generated\/country[\w-]*\.js)';\n/gm)];
  if (!imports.length) return code;
  const values = new Map(
    imports.flatMap(([, from = '']) => [...valuesIn(readFileSync(resolve(dirname(file), from), 'utf8'))]),
  );
  const text = new MagicString(code);
  for (const { 0: line, index } of imports) text.remove(index, index + line.length);
  function visit(node: AnyNode) {
    // Neither what is imported nor a property of the same name is the value itself.
    if (node.type === 'ImportDeclaration') return false;
    if (node.type === 'MemberExpression' && !node.computed) {
      walk(node.object, visit);
      return false;
    }
    if (node.type === 'CallExpression') {
      const { callee } = node;
      const { parameters, body } = (callee.type === 'Identifier' && values.get(callee.name)) || {};
      if (!parameters || !body) return true;
      // What is imported may stand in what is given, too.
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
