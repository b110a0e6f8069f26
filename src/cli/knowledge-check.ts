import { checkReport } from '../knowledge/check-report';
import { defaultPackDirectory } from '../knowledge/pack-directory';

/** `npm run knowledge:check [DIR]`: tells every fault of a pack and fails, or what the pack holds. */
const report = checkReport(process.argv[2] ?? defaultPackDirectory());
process.stdout.write(report.text);
process.exitCode = report.sound ? 0 : 1;
