import { describe, expect, it } from 'vitest';
import { folded } from '../../../src/announce/communes';
import { emptyFields, faultsOf, inOrder, isEmpty, limits } from '../../../src/announce/fields';

const today = '2026-06-01';
const good = {
  ...emptyFields(),
  title: 'Bal du village',
  dates: { first: '2026-07-14', start: '21:00' },
  where: 'Place de l’église',
  email: 'bal@exemple.fr',
};

describe('faultsOf', () => {
  it('finds nothing wrong with what is enough', () => {
    expect(faultsOf(good, today)).toEqual([]);
  });

  it('finds everything at once in an empty form, in the order of the page', () => {
    const faults = inOrder(faultsOf(emptyFields(), today));
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title titleMissing',
      'dates.first noDate',
      'where whereMissing',
      'email emailMissing',
    ]);
  });

  it.each([
    ['title', 'ab', 'titleShort'],
    ['title', 'x'.repeat(limits.title + 1), 'titleLong'],
    ['where', 'x'.repeat(limits.where + 1), 'whereLong'],
    ['text', 'x'.repeat(limits.text + 1), 'textLong'],
    ['email', 'bal@exemple', 'emailBad'],
    ['email', 'bal exemple.fr', 'emailBad'],
    ['email', 'bal@exemple.fr, autre@exemple.fr', 'emailBad'],
  ])('%s: %s', (field, value, code) => {
    expect(faultsOf({ ...good, [field]: value }, today)).toEqual([{ field, code }]);
  });

  it('does not count the spaces around', () => {
    expect(faultsOf({ ...good, title: '   ab   ' }, today)).toEqual([{ field: 'title', code: 'titleShort' }]);
  });

  it('wants a commune of the list when one was typed', () => {
    expect(faultsOf({ ...good, communeName: 'Atlantide' }, today)).toEqual([{ field: 'communeCode', code: 'communeUnknown' }]);
    expect(faultsOf({ ...good, communeName: 'Castellane', communeCode: '04039' }, today)).toEqual([]);
  });
});

it('a fault of the server stands where its field does, an unknown one last', () => {
  const faults = ['', 'email', 'image', 'dates', 'title'].map((field) => ({ field, code: 'x' }));
  expect(inOrder(faults).map(({ field }) => field)).toEqual(['title', 'dates', 'image', 'email', '']);
});

it('what nobody typed in is not kept, a single day is', () => {
  expect(isEmpty(emptyFields())).toBe(true);
  expect(isEmpty({ ...emptyFields(), dates: { first: '', others: [] } })).toBe(true);
  expect(isEmpty({ ...emptyFields(), dates: { first: '2026-07-14' } })).toBe(false);
  expect(isEmpty({ ...emptyFields(), text: 'a' })).toBe(false);
});

it.each([
  ['Saint-André-les-Alpes', 'st andre les'],
  ['Château-Arnoux-Saint-Auban', 'chateau arnoux st auban'],
  ['Sainte-Croix-du-Verdon', 'STE CROIX DU VERDON'],
  ['L’Escale', "l'escale"],
])('%s is found by "%s"', (name, typed) => {
  expect(folded(name).startsWith(folded(typed))).toBe(true);
});
