import type { ToPage } from '../../server/lsp/protocol';

/** Draws a picture and resolves to it as a PNG in base64. Rejects where it cannot be drawn. */
export async function drawPng({ svg, width, height, scale }: Extract<ToPage, { type: 'draw' }>): Promise<string> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
