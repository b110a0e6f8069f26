import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactElement } from 'react';

/** Ends a case, after asking; with a sentence for the patient, if the clinician wants one. */
export function ResolveDialog(props: {
  readonly person: string;
  readonly busy: boolean;
  readonly onResolve: (note: string) => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<CheckmarkCircle20Regular />} disabledFocusable={props.busy}>
          Resolve
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
            props.onResolve(note.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>End the chat with {props.person}?</DialogTitle>
            <DialogContent>
              <Field
                label="Last words for the patient (optional)"
                hint="Such as what to do next, and when to come back."
              >
                <Textarea
                  rows={3}
                  maxLength={1000}
                  value={note}
                  onChange={(_, data) => setNote(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button appearance="secondary">Go on chatting</Button>
              </DialogTrigger>
              <Button appearance="primary" type="submit">
                Resolve
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
