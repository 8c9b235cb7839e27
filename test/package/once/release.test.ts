/** What SECURITY.md and docs/releasing.md say of a release, read out of the workflows, and their commands run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { archived, archivedFiles } from '../../../tools/build/archive.js';
import { typeScript } from '../../../tools/build/type-script.js';
import { folderFor } from '../../folder.js';

const folder = '.github/workflows';
interface Step {
  id?: string;
  name?: string;
  run?: string;
  uses?: string;
  env?: Record<string, string>;
  with: Record<string, unknown>;
}
interface Job {
  steps: Step[];
  needs: string[];
  environment?: string;
  outputs?: Record<string, string>;
  permissions?: object;
  container?: string;
  'runs-on': string;
}
interface Workflow {
  on: object;
  permissions: object;
  jobs: Record<string, Job>;
}
/** Of GitHub, or of GitLab. */
type Recipe = Partial<Workflow> & { havn?: { script: string[] } };

const workflows: Record<string, Workflow> = Object.fromEntries(
  readdirSync(folder).map(file => [file, parse(readFileSync(join(folder, file), 'utf8'))]),
);
/** Those that docs/verify.md hands out. */
const recipes: Recipe[] = [...readFileSync('docs/verify.md', 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)].map(
  ([, text = '']) => parse(text),
);
type JobOfRelease = 'test' | 'build' | 'build-again' | 'publish';
const release: Record<JobOfRelease, Job> = parse(readFileSync(join(folder, 'release.yml'), 'utf8')).jobs;

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const commandOf = (job: JobOfRelease, name: string) =>
  release[job].steps.find(step => step.name === name)?.run ?? '';
const using = ({ steps }: Job, action: RegExp) => steps.filter(({ uses = '' }) => action.test(uses));

const work = folderFor('release');

/** As GitHub runs it. The job that publishes has a Node that runs TypeScript; here any does. */
const shell = (command: string, cwd: string, env?: Record<string, string>) =>
  spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', command], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: typeScript.join(' '), ...env },
    encoding: 'utf8',
  });

describe('every workflow', () => {
  const github = [...Object.values(workflows), ...recipes.filter((one): one is Workflow => 'jobs' in one)];

  test('of the repository and of docs/verify.md is read here', () => {
    assert.deepEqual(Object.keys(workflows).sort(), ['ci.yml', 'release.yml']);
    assert.equal(recipes.length, 2);
    assert.equal(github.length, 3);
  });

  test('takes an action by its commit, the same everywhere', () => {
    const commits: Map<string, string> = new Map();
    for (const { uses } of github.flatMap(stepsOf)) {
      if (!uses) continue;
      const [, action, commit = ''] = /^(actions\/[a-z-]+)@([\da-f]{40})$/.exec(uses) ?? [];
      assert.ok(action, uses);
      assert.equal(commit, commits.get(action) ?? commit, uses);
      commits.set(action, commit);
    }
    assert.ok(commits.size >= 4);
  });

  test('may read the repository and nothing else, but for the job that publishes', () => {
    for (const workflow of github) assert.deepEqual(workflow.permissions, { contents: 'read' });
    const further = github.flatMap(({ jobs }) =>
      Object.entries(jobs).filter(([, { permissions }]) => permissions !== undefined),
    );
    assert.deepEqual(
      further.map(([name]) => name),
      ['publish'],
    );
    for (const job of github.flatMap(({ jobs }) => Object.values(jobs)))
      for (const checkout of using(job, /^actions\/checkout@/))
        assert.equal(checkout.with['persist-credentials'], false);
  });

  test('names an image by its digest, since a tag can be moved to another image', () => {
    const text = readdirSync(folder)
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('');
    const images = text.match(/\bnode:\d+-[^\s]+/g) ?? [];
    assert.equal(images.length, 4);
    for (const image of images) assert.match(image, /^node:\d+-trixie@sha256:[\da-f]{64}$/);
  });

  // The image and what it installs come from others.
  test('that runs in an image is handed nothing worth taking, and hands nothing on', () => {
    const jobs = github.flatMap(({ jobs }) => Object.values(jobs)).filter(({ container }) => container);
    assert.ok(jobs.length);
    for (const job of jobs) {
      assert.doesNotMatch(JSON.stringify(job), /secrets\.|github\.token|GITHUB_TOKEN/);
      assert.deepEqual([job.permissions, job.environment, job.outputs], [undefined, undefined, undefined]);
      assert.deepEqual(
        using(job, /^(?!actions\/checkout@)/).filter(({ uses }) => uses),
        [],
      );
    }
  });

  test('is started by nothing that a stranger writes into', () => {
    for (const { on } of github)
      for (const event of Object.keys(on))
        assert.ok(['push', 'pull_request', 'schedule', 'workflow_dispatch'].includes(event), event);
  });

  test('installs packages without running them', () => {
    const commands = [
      ...github.flatMap(stepsOf).map(({ run = '' }) => run),
      ...recipes.flatMap(({ havn }) => havn?.script ?? []),
      readFileSync('.ci/run', 'utf8').replace(/^ *#.*$/gm, ''),
    ].flatMap(text => text.match(/npm ci\b[^\n;&]*/g) ?? []);
    assert.ok(commands.length >= 5);
    for (const command of commands.filter(text => !text.startsWith('npm ci failed')))
      assert.match(command, / --ignore-scripts\b/, command);
  });

  test('of GitLab builds and looks as a user, not as root', () => {
    const scripts = recipes.flatMap(({ havn }) => havn?.script ?? []);
    assert.ok(scripts.length);
    for (const command of scripts.filter(text => /\bnpm\b/.test(text)))
      assert.match(command, /^su node -c /, command);
  });
});

test('newer versions of packages and of actions are proposed', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'));
  assert.deepEqual(updates.map((update: Record<string, unknown>) => update['package-ecosystem']).sort(), [
    'github-actions',
    'npm',
  ]);
  for (const { directory, schedule } of updates) assert.ok(directory === '/' && schedule.interval);
});

test('each part that readers rely on has people who review it', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter(line => /^[*/]/.test(line));
  const teams = new Set<string>();
  for (const line of lines) {
    const [path = '', ...owners] = line.split(/\s+/);
    assert.ok(owners.length, line);
    for (const owner of owners) teams.add(owner.replace(/^@.*\//, ''));
    // What is moved would lose its owner.
    assert.ok(existsSync(path.slice(1).replace('*', '') || '.'), line);
  }
  assert.deepEqual([...teams].sort(), ['facts', 'maintainers', 'release', 'safety', 'translations']);
});

describe('a release', () => {
  test('waits for the tests, for both builds, and for a second person', () => {
    assert.deepEqual([...release.publish.needs].sort(), ['build', 'build-again', 'test']);
    assert.equal(release.publish.environment, 'npm');
    assert.ok(release.test.steps.some(({ run }) => run === '.ci/run'));
    for (const [name, { environment, permissions }] of Object.entries(release))
      if (name !== 'publish') assert.ok(!environment && !permissions, name);
  });

  test('is handed on by no machine that has run tests, nor by an image that may change', () => {
    for (const [name, job] of Object.entries(release)) {
      const isHandingOn = using(job, /^actions\/upload-artifact@/).length > 0 || name === 'publish';
      assert.equal(isHandingOn, name !== 'test', name);
      if (!isHandingOn) continue;
      assert.equal(job.container, undefined, name);
      assert.ok(!job.steps.some(({ run = '' }) => /\.ci\/run|npm test|apt-get/.test(run)), name);
    }
    assert.notEqual(release.build['runs-on'], release['build-again']['runs-on']);
  });

  test('is of a commit on main: a tag on any other stops it', () => {
    const command = commandOf('test', 'The tag is on main');
    const [checkout] = using(release.test, /^actions\/checkout@/);
    assert.equal(checkout?.with['fetch-depth'], 0);
    const [origin, clone] = [join(work, 'origin'), join(work, 'clone')];
    mkdirSync(origin);
    const git = (words: string) => {
      const { status, stdout, stderr } = shell(
        `git -c user.name=a -c user.email=a@a.example ${words}`,
        origin,
      );
      assert.equal(status, 0, stderr);
      return stdout.trim();
    };
    git('init --quiet --initial-branch main');
    git('commit --quiet --allow-empty --message one');
    const first = git('rev-parse HEAD');
    git('commit --quiet --allow-empty --message two');
    const last = git('rev-parse HEAD');
    git('checkout --quiet -b side');
    git('commit --quiet --allow-empty --message side');
    const side = git('rev-parse HEAD');
    assert.equal(shell(`git clone --quiet ${origin} ${clone}`, work).status, 0);
    const code = (sha: string) => shell(command, clone, { GITHUB_SHA: sha }).status;
    assert.deepEqual([code(first), code(last)], [0, 0]);
    assert.notEqual(code(side), 0);
    assert.notEqual(code('0'.repeat(40)), 0);
  });

  test('has the version of its tag', () => {
    const command = commandOf('test', 'The tag is the version');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(shell(command, '.', { GITHUB_REF_NAME: `v${version}` }).status, 0);
    assert.notEqual(shell(command, '.', { GITHUB_REF_NAME: 'v99.0.0' }).status, 0);
  });

  test('is the same byte for byte on both machines, in all that is handed out', () => {
    const compare = commandOf('publish', 'Same commit, same bytes');
    const { steps, outputs } = release['build-again'];
    const list = steps.find(({ run = '' }) => run.includes('hashes-again.txt'));
    assert.ok(list?.run);
    // How the hash of the list comes from the one job to the other, past the store that all of them write to.
    assert.deepEqual(outputs, { list: `\${{ steps.${list.id}.outputs.sha256 }}` });
    assert.deepEqual(release.publish.steps.find(({ name }) => name === 'Same commit, same bytes')?.env, {
      LIST: `\${{ needs.build-again.outputs.list }}`,
    });
    // What the job has then: tools, and the folders of the first machine.
    const job = join(work, 'job');
    mkdirSync(join(job, '.build'), { recursive: true });
    for (const path of ['tools/build/integrity.ts', 'package.json', 'dist', 'builder'])
      cpSync(path, join(job, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(job, 'node_modules'));
    mkdirSync(join(job, 'release'));
    writeFileSync(join(job, 'release/havn-1.2.3.zip'), 'as the build makes it');
    assert.equal(shell(list.run, job, { GITHUB_OUTPUT: join(job, 'output') }).status, 0);
    const [, hash = ''] = /^sha256=([\da-f]{64})\n$/.exec(readFileSync(join(job, 'output'), 'utf8')) ?? [];
    cpSync(join(job, 'hashes-again.txt'), join(job, '.build/hashes-again.txt'));
    const same = shell(compare, job, { LIST: hash });
    assert.equal(same.status, 0, same.stdout);

    for (const file of [
      'builder/havn/havn.js',
      'builder/index.html',
      'builder/havn.zip',
      'release/havn-1.2.3.zip',
      'dist/havn.js',
      'dist/integrity.json',
    ]) {
      const content = readFileSync(join(job, file));
      appendFileSync(join(job, file), ' ');
      assert.notEqual(shell(compare, job, { LIST: hash }).status, 0, file);
      writeFileSync(join(job, file), content);
    }
    writeFileSync(join(job, 'builder/more.js'), '');
    assert.notEqual(shell(compare, job, { LIST: hash }).status, 0);
    // With a list that fits it, which another job has put in the place of the second machine's.
    cpSync(join(job, '.build/hashes.txt'), join(job, '.build/hashes-again.txt'));
    assert.notEqual(shell(compare, job, { LIST: hash }).status, 0);
    assert.notEqual(shell(compare, job, { LIST: '' }).status, 0);
    cpSync(join(job, 'hashes-again.txt'), join(job, '.build/hashes-again.txt'));
    rmSync(join(job, 'builder/more.js'));
    rmSync(join(job, 'builder/styles.js'));
    assert.notEqual(shell(compare, job, { LIST: hash }).status, 0);
  });

  test('has the archive for webmasters, the plugin and the documents on accessibility, with their hashes', () => {
    const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [build, ...programs]: string[] = scripts.release.split(' && ');
    assert.equal(build, scripts.build);
    for (const job of [release.build, release['build-again']])
      assert.ok(job.steps.some(({ run }) => run === 'npm run release'));
    const made = '.build/release';
    rmSync(made, { recursive: true, force: true });
    for (const program of programs) assert.equal(shell(program, '.').status, 0, program);

    const job = join(work, 'attached');
    mkdirSync(job);
    for (const folder of ['dist', 'builder']) cpSync(folder, join(job, folder), { recursive: true });
    cpSync(made, join(job, 'release'), { recursive: true });
    const { status, stderr } = shell(commandOf('publish', 'What is attached'), job);
    assert.equal(status, 0, stderr);
    const attached = join(job, 'release');
    assert.deepEqual(
      readFileSync(join(attached, `havn-${version}.zip`)),
      Buffer.from(archived(archivedFiles())),
    );
    assert.equal(shell('sha256sum --check SHA256SUMS', attached).status, 0);
    const files = readdirSync(attached).sort();
    assert.deepEqual(files, [
      'SHA256SUMS',
      'accessibility-conformance.md',
      'accessibility-statement.nb.md',
      `havn-${version}.zip`,
      'havn-builder.zip',
      `havn-wordpress-${version}.zip`,
      'integrity.json',
      'licenses.txt',
      'sbom.cdx.json',
    ]);
    const sums = readFileSync(join(attached, 'SHA256SUMS'), 'utf8');
    for (const file of files.filter(name => /\.(?:zip|md)$/.test(name)))
      assert.ok(sums.includes(`  ${file}\n`), file);
    // They lie alone: a link to a page beside them would lead nowhere.
    for (const file of files.filter(name => name.endsWith('.md')))
      assert.doesNotMatch(readFileSync(join(attached, file), 'utf8'), /\]\((?!https:)/, file);
    assert.match(commandOf('publish', 'Release'), / release\/\*\n$/);
  });

  test('hands out nothing that was not compared', () => {
    const downloads = using(release.publish, /^actions\/download-artifact@/).map(
      ({ with: { name, path } }) => [name, path],
    );
    assert.deepEqual(downloads, [
      ['dist', 'dist'],
      ['builder', 'builder'],
      ['release', 'release'],
      ['hashes-again', '.build'],
    ]);
    const steps = release.publish.steps.map(({ name }) => name);
    const compared = steps.indexOf('Same commit, same bytes');
    assert.ok(compared > 0);
    for (const name of ['npm', 'What is attached', 'Release'])
      assert.ok(steps.indexOf(name) > compared, name);
  });
});
