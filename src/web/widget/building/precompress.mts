import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = /\.(?:js|css|html|svg)$/;

/** Writes `.br` and `.gz` beside each text file of a folder. */
export async function precompress(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files
      .filter((file) => text.test(file))
      .map(async (file) => {
        const path = join(folder, file);
        const content = await readFile(path);
        const [brotli, zipped] = await Promise.all([
          promisify(brotliCompress)(content, {
            params: {
              // The last steps of quality save 3 % of a megabyte and take several seconds.
              [constants.BROTLI_PARAM_QUALITY]: content.length > 500_000 ? 9 : 11,
              [constants.BROTLI_PARAM_LGWIN]: 24,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          }),
          promisify(gzip)(content, { level: 9 }),
        ]);
        await writeFile(`${path}.br`, brotli);
        await writeFile(`${path}.gz`, zipped);
      }),
  );
}
