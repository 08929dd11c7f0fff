/** A line never begins with the punctuation that French sets apart by a space: that space must not break. */
export function bindPunctuation(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
