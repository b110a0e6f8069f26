import { crc32 } from 'node:zlib';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { teamsPackage } from '../../../src/cli/teams-package-command';
import { ConfigError } from '../../../src/config';

const id = '6b1d6a4e-52f5-4b9e-8a54-3f6f0f4f9b0c';
const microsoftApp = { type: 'MultiTenant', id, password: 'secret', tenantId: undefined } as const;
const publicUrl = 'https://lumbar.clinic.example';

/** Reads an archive by its directory, and checks each file against its sum. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const length = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    const start = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(start)).toBe(0x04034b50);
    const body = start + 30 + archive.readUInt16LE(start + 26);
    const content = archive.subarray(body, body + archive.readUInt32LE(at + 24));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    files.set(name, content);
    at += 46 + length;
  }
  return files;
}

/** Width and height of a PNG. */
const sizeOf = (png: Buffer | undefined) => [png?.readUInt32BE(16), png?.readUInt32BE(20)];

test('the manifest holds to the schema that Microsoft publishes', async () => {
  const files = unzip(teamsPackage({ publicUrl, microsoftApp }));
  const text = files.get('manifest.json')?.toString() ?? '';
  const manifest = TeamsManifestConverter.jsonToManifest(text);
  expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({
    id,
    bots: [{ botId: id, scopes: ['personal', 'team', 'groupChat'] }],
    validDomains: ['lumbar.clinic.example'],
  });
});

test('the icons have the sizes that Teams wants, under the names in the manifest', () => {
  const files = unzip(teamsPackage({ publicUrl, microsoftApp }));
  expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
  expect(sizeOf(files.get('color.png'))).toEqual([192, 192]);
  expect(sizeOf(files.get('outline.png'))).toEqual([32, 32]);
});

test('what the environment lacks is named, all of it', () => {
  const nothing = { publicUrl: undefined, microsoftApp: { ...microsoftApp, id: undefined } };
  expect(() => teamsPackage(nothing)).toThrow(ConfigError);
  expect(() => teamsPackage(nothing)).toThrow(
    /MicrosoftAppId is missing.*\n.*PUBLIC_URL is missing/,
  );
  expect(() => teamsPackage({ publicUrl: 'http://a.example', microsoftApp })).toThrow(
    'PUBLIC_URL is not an https URL',
  );
});
