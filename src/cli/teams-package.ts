import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig } from '../config';
import { teamsPackage } from './teams-package-command';

/** `npm run teams:package`: writes what an administrator uploads to Teams. */
try {
  const content = teamsPackage(loadConfig());
  const file = join('dist', 'teams', 'lumbar.zip');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`${file} is ready to be uploaded to Teams.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
