import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { SetupPage } from './account/setup-page';
import { SignInPage } from './account/sign-in-page';
import { api, DeskProblem, problemWords } from './api';
import { DeskPage } from './desk-page';
import { forgetAllDrafts } from './state/drafts';
import { useMedia } from './state/use-media';
import { darkTheme, lightTheme } from './theme';

type Who =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nobody'; readonly notice: string | null }
  | { readonly kind: 'signed-in'; readonly name: string };

const useStyles = makeStyles({
  root: { height: '100%', backgroundColor: tokens.colorNeutralBackground3 },
  centre: { height: '100%', display: 'grid', placeItems: 'center' },
});

const setupToken = (): string | null => /^#setup=([\w-]+)$/.exec(location.hash)?.[1] ?? null;

/** The whole page: making the first account, signing in, or the desk. */
export function App(): ReactElement {
  const styles = useStyles();
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const [who, setWho] = useState<Who>({ kind: 'unknown' });
  const [token, setToken] = useState(setupToken);

  useEffect(() => {
    api.me().then(
      ({ name }) => setWho({ kind: 'signed-in', name }),
      (error: unknown) => {
        const isExpected = error instanceof DeskProblem && error.code === 'not-signed-in';
        setWho({ kind: 'nobody', notice: isExpected ? null : problemWords(error) });
      },
    );
  }, []);

  const signedIn = useCallback((name: string) => {
    // The token worked once; it must not stay in the address or the history.
    history.replaceState(null, '', '/desk');
    setToken(null);
    setWho({ kind: 'signed-in', name });
  }, []);

  const signedOut = useCallback(() => {
    setWho({ kind: 'nobody', notice: 'Your session has ended. Please sign in again.' });
  }, []);

  const signOut = useCallback(() => {
    forgetAllDrafts();
    void api.signOut().catch(() => undefined);
    setWho({ kind: 'nobody', notice: null });
  }, []);

  const page = (): ReactElement => {
    if (who.kind === 'signed-in') {
      return <DeskPage name={who.name} onSignOut={signOut} onSignedOut={signedOut} />;
    }
    if (token) {
      return <SetupPage token={token} onSignedIn={signedIn} onInstead={() => setToken(null)} />;
    }
    if (who.kind === 'nobody') return <SignInPage notice={who.notice} onSignedIn={signedIn} />;
    return (
      <main className={styles.centre}>
        <Spinner label="Opening the desk" />
      </main>
    );
  };

  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme} className={styles.root}>
      {page()}
    </FluentProvider>
  );
}
