/** The few words that the channel itself says, outside of any conversation that is stored. */
export interface Notices {
  /** Where others read along. `link` opens a private chat. */
  readonly inGroup: (emergencyNumber: string, link: string | null) => string;
  readonly tooLong: (most: number, emergencyNumber: string) => string;
  readonly noFiles: string;
  readonly trouble: (reference: string, emergencyNumber: string) => string;
  /** After a card that shows nothing by itself. */
  readonly cardTaken: string;
}

const english: Notices = {
  inGroup: (number, link) =>
    `Your health is private, so I don't talk about it where others read along, and I keep nothing from here. ${
      link === null
        ? 'Please write to me in a private chat.'
        : `Please [open a private chat](${link}).`
    } In an emergency, call **${number}**.`,
  tooLong: (most, number) =>
    `That message is too long for me to read safely (more than ${most.toLocaleString('en')} characters). Please send me the main points in a few short messages. In an emergency, call **${number}**.`,
  noFiles:
    "I can't take pictures or other files in this chat, and nobody here has seen it. Please tell me in words what it shows.",
  trouble: (reference, number) =>
    `Sorry, something went wrong on our side and I did not take in your last message. Nothing that you told me before is lost. Please send it again. If it keeps happening, quote the reference number **${reference}**. In an emergency, don't wait for me: call **${number}**.`,
  cardTaken: 'Thank you, I have your answer.',
};

const spanish: Notices = {
  inGroup: (number, link) =>
    `Su salud es privada: no hablo de ella donde otros leen y no guardo nada de aquí. ${
      link === null
        ? 'Por favor, escríbame en un chat privado.'
        : `Por favor, [abra un chat privado](${link}).`
    } En una emergencia, llame al **${number}**.`,
  tooLong: (most, number) =>
    `Ese mensaje es demasiado largo para leerlo bien (más de ${most.toLocaleString('es')} caracteres). Envíeme lo principal en unos pocos mensajes cortos. En una emergencia, llame al **${number}**.`,
  noFiles:
    'En este chat no puedo recibir fotos ni otros archivos, y aquí nadie lo ha visto. Dígame con palabras qué muestra.',
  trouble: (reference, number) =>
    `Lo siento, algo falló de nuestro lado y no recibí su último mensaje. No se ha perdido nada de lo anterior. Por favor, envíelo otra vez. Si vuelve a pasar, dé el número de referencia **${reference}**. En una emergencia, no me espere: llame al **${number}**.`,
  cardTaken: 'Gracias, tengo su respuesta.',
};

export function noticesIn(locale: string): Notices {
  return /^es\b/i.test(locale) ? spanish : english;
}
