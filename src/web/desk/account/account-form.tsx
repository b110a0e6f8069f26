import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { problemWords } from '../api';
import { Mark } from './mark';

const useStyles = makeStyles({
  page: {
    minHeight: '100%',
    display: 'grid',
    placeItems: 'center',
    padding: '24px 16px',
    boxSizing: 'border-box',
  },
  card: {
    width: '100%',
    maxWidth: '360px',
    boxSizing: 'border-box',
    padding: '32px 28px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow8,
  },
  head: { display: 'flex', alignItems: 'center', gap: '12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Name and password, with whatever is said about them. */
export function AccountForm(props: {
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly passwordKind: 'current-password' | 'new-password';
  readonly passwordHint?: string;
  readonly notice?: string | null;
  readonly submit: (name: string, password: string) => Promise<void>;
  readonly children?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.submit(name, password);
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  };

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void submit(event)}>
        <div className={styles.head}>
          <Mark />
          <h1 className={styles.title}>{props.title}</h1>
        </div>
        <p className={styles.hint}>{props.hint}</p>
        {props.notice && !problem ? (
          <MessageBar layout="multiline" intent="info">
            <MessageBarBody>{props.notice}</MessageBarBody>
          </MessageBar>
        ) : null}
        <div role="alert">
          {problem ? (
            <MessageBar layout="multiline" intent="error" politeness="polite">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          ) : null}
        </div>
        <Field label="User name">
          <Input
            name="username"
            autoComplete="username"
            autoFocus
            required
            value={name}
            onChange={(_, data) => setName(data.value)}
          />
        </Field>
        <Field label="Password" {...(props.passwordHint ? { hint: props.passwordHint } : {})}>
          <Input
            name="password"
            type="password"
            required
            autoComplete={props.passwordKind}
            value={password}
            onChange={(_, data) => setPassword(data.value)}
          />
        </Field>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
          {props.button}
        </Button>
        {props.children}
      </form>
    </main>
  );
}
