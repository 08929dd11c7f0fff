/** Names of communes as people type them: without accents, hyphens or capitals, and "St" for "Saint". */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?) /g, 'saint$1 ')
    .trim();
}
