import { expect, it } from 'vitest';
import { fitted, PictureProblem, pictureFault } from '../../../src/announce/picture';

it.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [1600, 900, 1600, 900],
  [320, 200, 320, 200],
  [20000, 3, 1600, 1],
])('%i × %i becomes %i × %i', (width, height, ...small) => {
  expect(Object.values(fitted(width, height))).toEqual(small);
});

it('what is wrong with a file is said at the field', () => {
  expect(pictureFault(new PictureProblem('pictureTooLarge'))).toEqual({ field: 'image', code: 'pictureTooLarge' });
  expect(pictureFault(new RangeError('out of memory'))).toEqual({ field: 'image', code: 'notPicture' });
});
