import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Send20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { keepDraft, readDraft } from '../state/drafts';

const longest = 4_000;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-end',
    padding: '10px 16px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { flexGrow: 1, '& textarea': { maxHeight: '30vh' } },
});

/** Where the clinician writes. Enter sends, Shift+Enter breaks the line. Mount it anew for each case. */
export function ReplyBox(props: {
  readonly caseId: string;
  readonly onSend: (text: string) => void;
  readonly onTyping: () => void;
}): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState(() => readDraft(props.caseId));

  const change = (next: string): void => {
    setText(next);
    keepDraft(props.caseId, next);
  };

  const send = (): void => {
    const words = text.trim();
    if (!words) return;
    change('');
    props.onSend(words);
  };

  const pressed = (event: KeyboardEvent): void => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={styles.box}>
      <Textarea
        className={styles.text}
        aria-label="Reply to patient"
        placeholder="Write to the patient. Enter sends."
        rows={Math.min(6, Math.max(2, text.split('\n').length))}
        maxLength={longest}
        value={text}
        autoFocus
        onChange={(_, data) => {
          change(data.value);
          if (data.value.trim()) props.onTyping();
        }}
        onKeyDown={pressed}
      />
      <Button
        appearance="primary"
        size="large"
        icon={<Send20Filled />}
        disabledFocusable={!text.trim()}
        onClick={send}
      >
        Send
      </Button>
    </div>
  );
}
