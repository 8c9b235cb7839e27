/** Installs packages that tests need, on Debian and Ubuntu. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isMissing = (name: string) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return !stdout?.endsWith('ok installed');
};

function aptGet(words: string[]) {
  const options = ['-qy', '-o', 'DPkg::Lock::Timeout=300', '-o', 'APT::Sandbox::User=root'];
  try {
    execFileSync('apt-get', [...options, ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // What is missing afterwards tells. Without a fresh list, the old one may do.
  }
}

/**
 * Installs those of the packages that are not here, if it may: as root.
 * @returns those that are still missing
 */
export function ensurePackages(names: string[]): string[] {
  const missing = names.filter(isMissing);
  if (!missing.length || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return missing;
  console.log(`Not here yet: ${missing.join(', ')}. Installing with apt-get.`);
  aptGet(['update']);
  aptGet(['install', '--no-install-recommends', ...missing]);
  return missing.filter(isMissing);
}
