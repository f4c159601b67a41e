import { attributes, html, type Markup } from '../markup';

/** @param sorts whether the script of the page may sort the table by its columns */
export function tableHead(columns: readonly string[], sorts = false): Markup {
  return html`<thead role="rowgroup"><tr role="row">${columns.map(column => html`<th scope="col" role="columnheader"${attributes({ 'data-sort': sorts ? '' : undefined })}>${column}</th>`)}</tr></thead>`;
}
