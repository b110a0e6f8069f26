/** What the widget itself says. What the bot says comes from the server. */
export interface Words {
  readonly open: string;
  readonly unread: string;
  readonly dialog: string;
  readonly title: string;
  readonly emergency: (number: string) => string;
  readonly begin: string;
  readonly close: string;
  readonly wait: string;
  readonly unreachable: string;
  readonly unreachableUrgent: string;
  readonly call: (number: string) => string;
  readonly retry: string;
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly offline: string;
  readonly notKept: string;
  readonly gone: string;
}

const english: Words = {
  open: 'Chat about your back',
  unread: 'There is a new message.',
  dialog: 'Lumbar chat',
  title: 'Lumbar',
  emergency: (number) => `Emergency? Call ${number}`,
  begin: 'Start a new conversation',
  close: 'Close the chat',
  wait: 'One moment…',
  unreachable: 'We can’t reach the chat just now. Please check your connection and try again.',
  unreachableUrgent: 'If you can’t wait, or you feel very unwell:',
  call: (number) => `Call ${number}`,
  retry: 'Try again',
  confirmTitle: 'Start a new conversation?',
  confirmText: 'What you told us so far will no longer be shown here.',
  confirm: 'Yes, start anew',
  cancel: 'No, go back',
  offline: 'You seem to be offline. We keep trying, and send what you wrote as soon as we can.',
  notKept: 'Your earlier conversation is no longer kept, so this is a fresh start.',
  gone: 'This conversation has ended and is no longer kept.',
};

const spanish: Words = {
  open: 'Hablar sobre su espalda',
  unread: 'Hay un mensaje nuevo.',
  dialog: 'Chat de Lumbar',
  title: 'Lumbar',
  emergency: (number) => `¿Emergencia? Llame al ${number}`,
  begin: 'Empezar otra conversación',
  close: 'Cerrar el chat',
  wait: 'Un momento…',
  unreachable: 'No podemos abrir el chat ahora. Revise su conexión e inténtelo otra vez.',
  unreachableUrgent: 'Si no puede esperar o se siente muy mal:',
  call: (number) => `Llame al ${number}`,
  retry: 'Intentar otra vez',
  confirmTitle: '¿Empezar otra conversación?',
  confirmText: 'Lo que nos contó hasta ahora dejará de mostrarse aquí.',
  confirm: 'Sí, empezar de nuevo',
  cancel: 'No, volver',
  offline: 'Parece que no tiene conexión. Seguimos intentándolo y enviaremos lo que escribió.',
  notKept: 'Su conversación anterior ya no se guarda; empezamos de nuevo.',
  gone: 'Esta conversación terminó y ya no se guarda.',
};

/** The words for a language tag; English where there are none. */
export function wordsFor(locale: string | undefined): Words {
  return /^es\b/i.test(locale ?? '') ? spanish : english;
}
