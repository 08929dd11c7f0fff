import { beforeAll, expect, it } from 'vitest';
import { languages, loadCatalogue } from '../../../src/i18n/translate';
import { coordinatesInWords, distanceInWords, durationInWords, heightInWords, sizeInWords, trailTimeInWords } from '../../../src/words/measures';
import { bindPunctuation } from '../../../src/words/typography';

beforeAll(() => Promise.all(languages.map(loadCatalogue)));

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it.each([
  [4, '0 m'],
  [846, '850 m'],
  [994, '990 m'],
  [996, '1 km'],
  [6380, '6,4 km'],
  [34_400, '34 km'],
])('distance of %i metres', (metres, words) => {
  expect(plain(distanceInWords(metres, 'fr'))).toBe(words);
});

it('distance follows the language', () => {
  expect(plain(distanceInWords(6380, 'en'))).toBe('6.4 km');
});

it('height groups thousands', () => {
  expect(plain(heightInWords(2227.4, 'fr'))).toBe('2 227 m');
});

it.each([
  [50, '50 min'],
  [120, '2 h'],
  [135, '2 h 15'],
  [365, '6 h 05'],
])('duration of %i minutes', (minutes, words) => {
  expect(plain(durationInWords(minutes))).toBe(words);
});

it.each([
  [{ duration: 135, days: null }, 'fr', '2 h 15'],
  [{ duration: 837, days: 3 }, 'fr', '3 jours'],
  [{ duration: null, days: 3 }, 'en', '3 days'],
  [{ duration: null, days: null }, 'fr', ''],
  // An answer that was kept before trails had days.
  [{ duration: 50 }, 'fr', '50 min'],
] as const)('time of the trail %j in %s', (trail, language, words) => {
  expect(plain(trailTimeInWords(trail, language))).toBe(words);
});

it.each([
  [0, 'fr', '0 ko'],
  [400, 'fr', '1 ko'],
  [843_200, 'en', '843 kB'],
  [1_843_200, 'fr', '1,8 Mo'],
  [10_737_418_240, 'fr', '10,7 Go'],
] as const)('size of %i bytes in %s', (bytes, language, words) => {
  expect(plain(sizeInWords(bytes, language))).toBe(words);
});

it('coordinates keep the decimal point in every language', () => {
  expect(coordinatesInWords(44.0921, 6.235)).toBe('44.09210, 6.23500');
});

it('punctuation stays with the word before it', () => {
  expect(bindPunctuation('Cinéma : « Le chant »')).toBe('Cinéma\u00a0: «\u00a0Le chant\u00a0»');
  expect(bindPunctuation('Music: a night')).toBe('Music: a night');
});
