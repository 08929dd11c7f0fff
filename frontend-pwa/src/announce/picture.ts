/** A picture made small enough for one bar of signal, on the phone. */

/** Pixels of the longer side. */
export const longestSide = 1600;
const quality = 0.82;

export class PictureProblem extends Error {
  constructor(readonly code: 'notPicture' | 'pictureTooLarge') {
    super(code);
    this.name = 'PictureProblem';
  }
}

/** Width and height within the longest side, never enlarged, never zero. */
export function fitted(width: number, height: number, longest: number = longestSide): { width: number; height: number } {
  const ratio = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** Drawn anew: nothing of the file but what is seen goes away with it, neither place nor name. Throws PictureProblem. */
export async function shrink(file: Blob): Promise<Blob> {
  const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new PictureProblem('notPicture');
  });
  try {
    const { width, height } = fitted(drawn.width, drawn.height);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) throw new PictureProblem('pictureTooLarge');
    // What was transparent is white, not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(drawn, 0, 0, width, height);
    const small = await written(canvas, 'image/webp');
    // A browser that does not write WebP writes PNG in its place, several times heavier than JPEG.
    const found = small?.type === 'image/webp' ? small : await written(canvas, 'image/jpeg');
    if (!found) throw new PictureProblem('pictureTooLarge');
    return found;
  } finally {
    drawn.close();
  }
}

function written(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

/** What is said at the field when a file could not be taken. */
export function pictureFault(error: unknown): { field: 'image'; code: string } {
  return { field: 'image', code: error instanceof PictureProblem ? error.code : 'notPicture' };
}
