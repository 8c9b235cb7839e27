/**
 * A real WordPress to test the plugin in, from Debian's packages, in its own folder. Its Apache and MariaDB can be
 * reached only from this machine, are not services of the system, and write nothing outside that folder. `stop` ends
 * only them.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensurePackages } from './debian.js';
import { freePort } from './server.js';

const installed = '/usr/share/wordpress';
const packages = [
  ...['wordpress', 'wordpress-l10n', 'wordpress-theme-twentytwentyfive'],
  ...['libapache2-mod-php', 'php-cli', 'php-mysql', 'php-mbstring', 'php-xml'],
  ...['mariadb-server-core', 'mariadb-client-core'],
];

/** The accounts: the editor may not post unfiltered HTML, as in a network of sites. */
export const passwords = { admin: 'admin-test-only', editor: 'editor-test-only' };

/** @throws if packages are missing and cannot be installed */
export function ensureWordPress(more: string[] = []) {
  const missing = ensurePackages([...packages, ...more]);
  if (missing.length) throw new Error(`These packages are needed: apt-get install ${missing.join(' ')}`);
}

const configuration = (folder: string, port: number) => `<?php
const DB_NAME = 'wordpress', DB_USER = 'root', DB_PASSWORD = '', DB_HOST = 'localhost:${folder}/db.sock', DB_CHARSET = 'utf8mb4', DB_COLLATE = '';
const WP_HOME = 'http://127.0.0.1:${port}', WP_SITEURL = WP_HOME, WP_HTTP_BLOCK_EXTERNAL = true, DISABLE_WP_CRON = true;
const WP_DEBUG = true, WP_DEBUG_DISPLAY = false, WP_DEBUG_LOG = '${folder}/warnings', FS_METHOD = 'direct';
$table_prefix = 'wp_';
is_file('${folder}/more.php') && require '${folder}/more.php';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Keeps WordPress itself from sending requests: any that remain come from plugins, and are recorded. */
const ofTheHost = (folder: string) => `<?php
add_filter('pre_wp_mail', '__return_true');
add_filter('pre_option_show_avatars', '__return_zero');
add_filter('should_load_remote_block_patterns', '__return_false');
add_filter('translations_api', fn() => ['translations' => []]);
remove_action('enqueue_block_editor_assets', 'wp_enqueue_editor_block_directory_assets');
foreach (['core', 'plugins', 'themes'] as $what) { remove_action('admin_init', "_maybe_update_$what"); remove_action("load-$what.php", "wp_update_$what"); }
add_filter('pre_http_request', function ($answer, $request, $url) {
  // The dashboard reads news, from within WordPress.
  $files = array_column(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS), 'file');
  if (!str_starts_with($url, WP_HOME) && preg_grep('~/plugins/~', $files)) file_put_contents('${folder}/calls', "$url\\n", FILE_APPEND);
  // After an upload WordPress asks its maker what is new: nothing is.
  return str_starts_with($url, 'https://api.wordpress.org/') ? ['headers' => [], 'cookies' => [], 'response' => ['code' => 200, 'message' => 'OK'], 'body' => '{"plugins":[],"themes":[],"translations":[],"no_update":[],"offers":[]}'] : $answer;
}, 10, 3);
$state = is_file('${folder}/state.json') ? json_decode(file_get_contents('${folder}/state.json'), true) : [];
// As plugins for several languages do: the language of what is printed, not of the settings.
if (!empty($state['locale'])) add_filter('locale', fn() => $state['locale']);
if (!empty($state['policy'])) add_action('send_headers', fn() => header('Content-Security-Policy: ' . $state['policy']));
if (!empty($state['theme'])) foreach (['template', 'stylesheet'] as $name) add_filter($name, fn() => $state['theme']);
`;

const modules = '/usr/lib/apache2/modules';

/** @returns the file of Apache's PHP, which has the version in its name */
const phpOfApache = () => {
  const file = readdirSync(modules).find(name => /^libphp.*\.so$/.test(name));
  if (!file) throw new Error(`No PHP in ${modules}`);
  return file;
};

/**
 * Apache, because most sites run on it, and because PHP's own server with several workers sometimes did not answer the
 * editor. Apache refuses to serve pages as root.
 */
const apache = (folder: string, port: number, isRoot: boolean) => `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/log
${isRoot ? 'User www-data\nGroup www-data' : ''}
LoadModule mpm_prefork_module ${modules}/mod_mpm_prefork.so
LoadModule authz_core_module ${modules}/mod_authz_core.so
LoadModule dir_module ${modules}/mod_dir.so
LoadModule mime_module ${modules}/mod_mime.so
LoadModule php_module ${modules}/${phpOfApache()}
TypesConfig /etc/mime.types
StartServers 4
# A connection that a page keeps open would keep one process busy.
KeepAlive Off
DocumentRoot ${folder}/site
DirectoryIndex index.php
# Files as they are; everything else (pretty links, wp-json) is WordPress's.
FallbackResource /index.php
<FilesMatch [.]php$>
  SetHandler application/x-httpd-php
</FilesMatch>
php_admin_value opcache.revalidate_freq 0
php_admin_value upload_max_filesize 8M
`;

const setUp = (folder: string) => `<?php
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET'];
(new mysqli('localhost', 'root', '', '', 0, '${folder}/db.sock'))->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
const WP_INSTALLING = true, WP_DISABLE_FATAL_ERROR_HANDLER = true;
function wp_new_blog_notification() {}
require '${folder}/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Test host', 'admin', 'admin@example.org', true, '', '${passwords.admin}');
update_option('permalink_structure', '/%postname%/');
delete_option('rewrite_rules');
$editor = new WP_User(wp_create_user('editor', '${passwords.editor}', 'editor@example.org'));
$editor->set_role('editor');
$editor->add_cap('unfiltered_html', false);
// Neither the welcome tour nor the choice of a pattern over the editor.
foreach ([1, $editor->ID] as $id)
  update_user_meta($id, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], 'core' => ['enableChoosePatternModal' => false], '_modified' => gmdate('c')]);
echo 'ready';
`;

/** A minimal classic theme: a sidebar, the loop, and the hooks where plugins print. */
function writeClassicTheme(site: string) {
  const theme = join(site, 'wp-content/themes/classic');
  mkdirSync(theme, { recursive: true });
  writeFileSync(join(theme, 'style.css'), '/*\nTheme Name: Classic\n*/\n');
  writeFileSync(
    join(theme, 'functions.php'),
    `<?php
add_action('widgets_init', fn() => register_sidebar(['id' => 'side', 'name' => 'Side']));
add_theme_support('title-tag');
add_filter('use_widgets_block_editor', '__return_false');
`,
  );
  writeFileSync(
    join(theme, 'index.php'),
    `<!doctype html>
<html <?php language_attributes(); ?>><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><?php wp_head(); ?></head>
<body <?php body_class(); ?>><?php wp_body_open(); ?>
<main><?php while (have_posts()) { the_post(); the_title('<h1>', '</h1>'); the_content(); } ?></main>
<aside><?php dynamic_sidebar('side'); ?></aside>
<?php wp_footer(); ?></body></html>
`,
  );
}

export type Host = Awaited<ReturnType<typeof startHost>>;

/** Starts a new site, and returns what the tests need from it. */
export async function startHost() {
  ensureWordPress();
  const folder = mkdtempSync(join(tmpdir(), 'havn-wordpress-'));
  const site = join(folder, 'site');
  // Debian's WordPress contains links to other folders. The links are resolved, because WordPress looks for its own
  // files beside the real files.
  execFileSync('cp', ['-RL', '--reflink=auto', installed, site]);
  for (const path of ['wp-config.php', 'wp-content/uploads', 'wp-content/plugins/akismet'])
    rmSync(join(site, path), { recursive: true, force: true });
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
  const port = await freePort();
  writeFileSync(join(site, 'wp-config.php'), configuration(folder, port));
  writeFileSync(join(site, 'wp-content/mu-plugins/host.php'), ofTheHost(folder));
  writeFileSync(join(folder, 'set-up.php'), setUp(folder));
  writeClassicTheme(site);

  const children: ChildProcess[] = [];
  const background = (command: string, words: string[], env: NodeJS.ProcessEnv = {}) => {
    const log = openSync(join(folder, 'log'), 'a');
    const child = spawn(command, words, {
      // Apache has several processes: the whole process group is ended at once.
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...env },
    });
    children.push(child);
  };
  const end = () => {
    for (const { pid } of children.splice(0))
      try {
        if (pid) process.kill(-pid);
      } catch {
        // It has ended by itself.
      }
  };
  process.on('exit', () => {
    if (!children.length) return;
    end();
    // The process was interrupted: the database may still be writing.
    spawnSync('sh', ['-c', 'sleep 1; rm -rf "$0"', folder]);
  });
  const until = async (isSo: () => boolean | Promise<boolean>, what: string) => {
    for (let turn = 0; turn < 300; turn++) {
      if (await isSo()) return;
      await wait(100);
    }
    throw new Error(`${what}: ${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`);
  };

  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  const database = ['--no-defaults', `--user=${user}`, `--datadir=${folder}/db`];
  execFileSync(
    'mariadb-install-db',
    [...database, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  background('mariadbd', [
    ...database,
    `--socket=${folder}/db.sock`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
  ]);
  await until(() => existsSync(join(folder, 'db.sock')), 'MariaDB did not start');
  const answer = execFileSync('php', [join(folder, 'set-up.php')], { encoding: 'utf8' });
  if (!answer.endsWith('ready')) throw new Error(`WordPress was not set up: ${answer}`);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    // The server does not run as root then, but must still write uploads, plugins and PHP warnings.
    chmodSync(folder, 0o777);
    execFileSync('chown', ['-R', 'www-data:', site]);
    for (const name of ['warnings', 'calls']) {
      writeFileSync(join(folder, name), '', { flag: 'a' });
      chmodSync(join(folder, name), 0o666);
    }
  }
  writeFileSync(join(folder, 'apache.conf'), apache(folder, port, isRoot));
  background('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND']);
  const origin = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${origin}/wp-json/`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'WordPress did not answer',
  );

  let state: Record<string, string> = {};
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  return {
    origin,
    site,
    /** PHP warnings, except deprecations in WordPress's own functions for networks of sites. */
    warnings: () =>
      read('warnings')
        .split('\n')
        .filter(line => !/ PHP Deprecated: .*\/wp-includes\/ms-/.test(line))
        .join('\n'),
    /** The addresses that plugins have requested, except those of the site itself. */
    calls: () => read('calls'),
    /** Changes the locale, policy or theme of the site. */
    set(wishes: { locale?: string; policy?: string; theme?: string }) {
      state = { ...state, ...wishes };
      writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
    },
    /** Sets additional lines of wp-config.php. */
    configure: (code: string) => writeFileSync(join(folder, 'more.php'), `<?php\n${code}`),
    /** Runs PHP in the site and returns what it prints. */
    php(code: string, input: string = '') {
      const file = join(folder, 'run.php');
      writeFileSync(
        file,
        `<?php $_SERVER += ['HTTP_HOST' => '127.0.0.1:${port}', 'REMOTE_ADDR' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET'];\nrequire '${site}/wp-load.php';\n${code}`,
      );
      const { status, stdout } = spawnSync('php', [file], { encoding: 'utf8', input, maxBuffer: 1e8 });
      if (status !== 0) throw new Error(`PHP failed: ${read('warnings').slice(-2000)}`);
      return stdout;
    },
    async stop() {
      const log = read('log');
      end();
      await wait(300);
      for (let turn = 0; turn < 50; turn++)
        try {
          rmSync(folder, { recursive: true, force: true });
          return log;
        } catch {
          await wait(100);
        }
      return log;
    },
  };
}
