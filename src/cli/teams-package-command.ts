import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { teamsManifest } from '../channels/teams/package/manifest';
import { zip, type ZipFile } from '../channels/teams/package/zip';
import { type Config, ConfigError, faultOf } from '../config';
import { webDirectory } from '../web-directory';

const root = join(webDirectory, '..', '..');
const assets = join(root, 'src', 'channels', 'teams', 'package');
const packageSchema = z.object({ version: z.string() });

const icon = (name: string): ZipFile => ({ name, content: readFileSync(join(assets, name)) });

/** The app package for Teams. Throws `ConfigError` with what the environment lacks. */
export function teamsPackage({
  publicUrl,
  microsoftApp,
}: Pick<Config, 'publicUrl' | 'microsoftApp'>): Buffer {
  const { id } = microsoftApp;
  const faults: string[] = [];
  if (id === undefined)
    faults.push(faultOf('MicrosoftAppId', 'is missing, which the package needs'));
  if (publicUrl === undefined)
    faults.push(faultOf('PUBLIC_URL', 'is missing, which the package needs'));
  else if (!publicUrl.startsWith('https://'))
    faults.push(faultOf('PUBLIC_URL', 'is not an https URL, which Teams demands'));
  if (id === undefined || publicUrl === undefined || faults.length > 0)
    throw new ConfigError(faults);

  const own: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = packageSchema.parse(own);
  const manifest = teamsManifest({ appId: id, publicUrl, version });
  return zip([
    { name: 'manifest.json', content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
    icon('color.png'),
    icon('outline.png'),
  ]);
}
