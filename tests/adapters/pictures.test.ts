import { expect, test } from 'vitest';
import { pictures } from '../../adapters/documents/picture.ts';

const svg = (width: number, height: number, inside = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/>${inside}</svg>`;

/** PNG, third edition, 11.2.1. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('the same text gives the same bytes, letters of five scripts included', async () => {
  const drawing = svg(500, 60, '<text x="10" y="40" font-family="DejaVu Sans">Grüße · Привет · Γειά · مرحبا · שלום</text>');
  const [one, other, empty] = [await pictures.png(drawing), await pictures.png(drawing), await pictures.png(svg(500, 60))];
  expect(Buffer.from(one).equals(other)).toBe(true);
  expect(one.length).toBeGreaterThan(empty.length + 1_000);
});

test.each([
  [640, 480, 640, 480],
  [4_000, 1_000, 2_000, 500],
  [1_000, 6_000, 500, 3_000],
  [2_000, 3_000, 2_000, 3_000],
])('a drawing of %i × %i becomes %i × %i', async (width, height, wide, high) => {
  expect(sizeOf(await pictures.png(svg(width, height)))).toEqual([wide, high]);
});

test.each(['', 'no picture', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text></svg>'])('what is no drawing is refused: %j', async (text) => {
  await expect(pictures.png(text)).rejects.toThrow();
  // And the next one is drawn all the same.
  expect(sizeOf(await pictures.png(svg(3, 4)))).toEqual([3, 4]);
});

test('it looks at no file and no address a drawing names', async () => {
  const referring = svg(40, 40, `<image href="file://${process.cwd()}/docs/bilder/termine.png" width="40" height="40"/><image href="http://127.0.0.1:9/x.png" width="40" height="40"/>`);
  expect(Buffer.from(await pictures.png(referring)).equals(await pictures.png(svg(40, 40)))).toBe(true);
});
