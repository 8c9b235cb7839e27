/**
 * Imitates another machine, for the check that a build does not depend on the machine. Loaded before the build
 * (`node --import`), and through NODE_OPTIONS before every Node program that the build starts.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { typeScript } from '../build/type-script.js';

/** For programs other than Node, and for settings that Node reads when it starts. */
export const environment = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_OPTIONS: [...typeScript, '--import', import.meta.url].join(' '),
};

const aYear = 365 * 24 * 3_600_000;

/** Reads folders in reverse order: no file system does, but all are allowed to. */
function readFoldersBackwards() {
  const { readdir, readdirSync } = fs;
  const { readdir: promised } = fs.promises;
  const backwards = (answer: unknown) => (Array.isArray(answer) ? answer.reverse() : answer);
  Object.assign(fs, {
    readdirSync: (...parameters: unknown[]) => backwards(Reflect.apply(readdirSync, fs, parameters)),
    readdir: (...parameters: unknown[]) => {
      const answer = parameters.pop() as (error: unknown, names: unknown) => void;
      Reflect.apply(readdir, fs, [
        ...parameters,
        (error: unknown, names: unknown) => answer(error, backwards(names)),
      ]);
    },
  });
  Object.assign(fs.promises, {
    readdir: async (...parameters: unknown[]) =>
      backwards(await Reflect.apply(promised, fs.promises, parameters)),
  });
  syncBuiltinESMExports();
}

/** The clock is a year ahead. */
function changeClock() {
  const now = Date.now;
  Date.now = () => now() + aYear;
  globalThis.Date = new Proxy(Date, {
    construct: (type, parameters, target) =>
      Reflect.construct(type, parameters.length ? parameters : [Date.now()], target),
  });
}

if (process.env.NODE_OPTIONS === environment.NODE_OPTIONS) {
  process.umask(0o077);
  readFoldersBackwards();
  changeClock();
}
