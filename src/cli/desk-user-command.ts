import { hashPassword, passwordMaximum, passwordMinimum } from '../desk/password';
import { userNameSchema } from '../desk/protocol';
import type { Clinicians } from '../ports/clinicians';
import { AppError } from '../ports/errors';

const usage = [
  'usage: npm run desk:user -- add NAME       (the password comes on standard input)',
  '       npm run desk:user -- list',
  '       npm run desk:user -- disable NAME   (ends the sessions as well)',
].join('\n');

/** What a command answers: lines to print, and how the process exits. */
export interface CommandResult {
  readonly exitCode: 0 | 1 | 2;
  readonly text: string;
}

const done = (text: string): CommandResult => ({ exitCode: 0, text });
const refused = (text: string): CommandResult => ({ exitCode: 1, text });

async function add(
  name: string,
  clinicians: Clinicians,
  readPassword: () => Promise<string>,
): Promise<CommandResult> {
  const password = await readPassword();
  if (password.length < passwordMinimum || password.length > passwordMaximum) {
    return refused(`A password has ${passwordMinimum} to ${passwordMaximum} characters.`);
  }
  try {
    await clinicians.add(name, await hashPassword(password));
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
  return done(`${name} can sign in at the desk.`);
}

async function list(clinicians: Clinicians): Promise<CommandResult> {
  const all = await clinicians.list();
  if (all.length === 0) return done('There is no clinician yet.');
  return done(
    all
      .map(
        ({ name, disabled, createdAt }) =>
          `${name}\t${disabled ? 'disabled' : 'active'}\tsince ${createdAt.slice(0, 10)}`,
      )
      .join('\n'),
  );
}

async function disable(name: string, clinicians: Clinicians): Promise<CommandResult> {
  return (await clinicians.disable(name))
    ? done(`${name} is signed out and cannot sign in any more.`)
    : refused(`There is no clinician named ${name}.`);
}

/** Runs one command on the accounts. The password is asked for only when one is needed. */
export async function deskUserCommand(
  args: readonly string[],
  clinicians: Clinicians,
  readPassword: () => Promise<string>,
): Promise<CommandResult> {
  const [verb, ...rest] = args;
  if (verb === 'list' && rest.length === 0) return list(clinicians);
  if (verb !== 'add' && verb !== 'disable') return { exitCode: 2, text: usage };
  const name = userNameSchema.safeParse(rest.join(' '));
  if (!name.success) {
    return { exitCode: 2, text: `The name ${name.error.issues[0]?.message ?? ''}.\n${usage}` };
  }
  return verb === 'add' ? add(name.data, clinicians, readPassword) : disable(name.data, clinicians);
}
