/** Says of a word whether it is a patronymic, in Cyrillic or in Latin letters: "Иванович", "Ivanovna". */
export const isPatronymic = (word: string): boolean => patronymic.test(word);

const patronymic = /\p{L}(?:[oe]vi[cč]h?|[oe]vna|ич|овна|евна|ична|івна|ївна)$/u;
