import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of eight megabytes. Making one takes rights not everybody has: then the reason. */
export function smallDisk(): { folder: string; remove(): void } | string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const mounted = asRoot('mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return `a disk of eight megabytes could not be mounted here (${mounted.stderr?.trim() || mounted.error?.message})`;
  }
  return {
    folder,
    remove: () => {
      asRoot('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const asRoot = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });
