import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface SmallDisk {
  readonly folder: string;
  /** To the last byte; answers how to make room again. */
  fill(): () => void;
  remove(): void;
}

/** A disk of eight megabytes. Making one takes rights not everybody has: then the reason. */
export function smallDisk(): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const mounted = asRoot('mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return `a disk of eight megabytes could not be mounted here (${mounted.stderr?.trim() || mounted.error?.message})`;
  }
  return {
    folder,
    fill: () => {
      const ballast = join(folder, 'ballast');
      for (let size = 8_388_608; size >= 1; size /= 2) {
        try {
          writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // As full as it gets.
        }
      }
      return () => rmSync(ballast);
    },
    remove: () => {
      asRoot('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const asRoot = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });
