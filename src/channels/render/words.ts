/** The few words that belong to buttons and cards and not to the knowledge pack. */
export interface CardWords {
  readonly yes: string;
  readonly no: string;
  readonly send: string;
  readonly tickAll: string;
  readonly tickSomething: string;
  readonly emergency: string;
  /** On a card that was used, before what was chosen. */
  readonly youChose: string;
  /** On a card whose question was answered in words. */
  readonly closed: string;
}

const words: Readonly<Record<'en' | 'es', CardWords>> = {
  en: {
    yes: 'Yes',
    no: 'No',
    send: 'Send my answers',
    tickAll: 'Tick everything that applies',
    tickSomething: 'Tick at least one, or press the other button.',
    emergency: 'Emergency',
    youChose: 'You chose',
    closed: 'You replied in your own words.',
  },
  es: {
    yes: 'Sí',
    no: 'No',
    send: 'Enviar mis respuestas',
    tickAll: 'Marque todo lo que le pase',
    tickSomething: 'Marque al menos una, o pulse el otro botón.',
    emergency: 'Emergencia',
    youChose: 'Usted eligió',
    closed: 'Respondió con sus propias palabras.',
  },
};

export function cardWords(locale: string): CardWords {
  return /^es\b/i.test(locale) ? words.es : words.en;
}
