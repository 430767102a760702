/** Which arguments of `check` are finished files, and which are records. */

/** Arguments that name finished files, told from records by their ending; what Word and others write as well. */
export const isFinishedFile = (argument: string): boolean =>
  /\.(docx|pdf|docm|dotx|doc|odt|rtf)$/i.test(argument)
