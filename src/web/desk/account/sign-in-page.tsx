import type { ReactElement } from 'react';
import { api } from '../api';
import { AccountForm } from './account-form';

export function SignInPage(props: {
  readonly notice: string | null;
  readonly onSignedIn: (name: string) => void;
}): ReactElement {
  return (
    <AccountForm
      title="Lumbar desk"
      hint="For clinicians who take over from the bot."
      button="Sign in"
      passwordKind="current-password"
      notice={props.notice}
      submit={async (name, password) => props.onSignedIn((await api.signIn(name, password)).name)}
    />
  );
}
