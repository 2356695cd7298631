import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-wasm';
import type { Pictures } from '../../src/ports/pictures.ts';

const MOST_WIDE = 2_000;
const MOST_HIGH = 3_000;
/** Sans of the DejaVu family has Latin, Cyrillic, Greek, Arabic and Hebrew letters; what the machine has is not asked. */
const FAMILY = 'DejaVu Sans';
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

interface Drawer {
  readonly Resvg: typeof Resvg;
  readonly fontBuffers: Uint8Array[];
}

/** Loaded at the first picture: an installation that never asks for one pays nothing. */
let drawer: Promise<Drawer> | null = null;

export const pictures: Pictures = {
  png: async (svg) => {
    const { Resvg, fontBuffers } = await (drawer ??= load());
    const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
    const read = new Resvg(svg, { font });
    const smaller = Math.min(1, MOST_WIDE / read.width, MOST_HIGH / read.height);
    if (smaller === 1) return drawn(read);
    const { width } = read;
    read.free();
    return drawn(new Resvg(svg, { font, fitTo: { mode: 'width', value: Math.max(1, Math.floor(width * smaller)) } }));
  },
};

/** The library's memory is not collected. */
function drawn(read: InstanceType<typeof Resvg>): Uint8Array {
  try {
    const image = read.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    read.free();
  }
}

async function load(): Promise<Drawer> {
  const { resolve } = createRequire(import.meta.url);
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return { Resvg, fontBuffers: await Promise.all(FONTS.map((name) => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}`)))) };
}
