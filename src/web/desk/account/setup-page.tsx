import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { api } from '../api';
import { AccountForm } from './account-form';

/** Makes the first account of a fresh installation, by the link that was printed when it started. */
export function SetupPage(props: {
  readonly token: string;
  readonly onSignedIn: (name: string) => void;
  readonly onInstead: () => void;
}): ReactElement {
  return (
    <AccountForm
      title="Welcome to Lumbar"
      hint="Make the first clinician account. Patients will see this user name, so choose one like “Dr Lee”."
      button="Create account"
      passwordKind="new-password"
      passwordHint="At least 10 characters"
      submit={async (name, password) =>
        props.onSignedIn((await api.setUp(props.token, name, password)).name)
      }
    >
      <Button appearance="transparent" onClick={props.onInstead}>
        I have an account
      </Button>
    </AccountForm>
  );
}
