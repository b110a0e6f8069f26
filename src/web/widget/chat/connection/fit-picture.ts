/** The server takes 4 MB; photographs of a phone are often larger. */
const mostBytes = 3_500_000;
const longestSide = 2_000;

/** Makes a picture that is too large smaller. Whatever cannot be drawn stays as it is. */
export async function fitPicture(file: Blob): Promise<Blob> {
  if (file.size <= mostBytes || !file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.85);
    });
    return smaller ?? file;
  } catch {
    return file;
  }
}
