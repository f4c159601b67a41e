// Tables that readers sort, filter and leaf through: `<table class="arranged" id="…">` with `data-sort` on the heads of columns and, where a
// cell is not sorted by its words, `data-key`; `<form class="filters" data-for="…">` with `data-words` and `data-choice="…"`, which looks at
// `data-…` of rows; `<p class="shown" data-for="…">` says how many are shown. Knows nothing of VS Code: pages on their own use it as well.

/** How a reader has arranged a table. */
export interface Arrangement {
  sort?: { column: number; descending: boolean };
  words: string;
  choices: Readonly<Record<string, string>>;
  /** From 0. */
  page: number;
}

/** By the table's id. */
export type Arrangements = Record<string, Arrangement>;

const UNTOUCHED: Arrangement = { words: '', choices: {}, page: 0 };
const ROWS_ON_A_PAGE = 200;

/** Arranges the tables in an element, live or not yet in the page; doing it twice changes nothing. */
export function arrangeTables(root: ParentNode, arrangements: Arrangements): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table.arranged')) arrange(root, table, arrangements[table.id] ?? UNTOUCHED);
}

/** Follows what the reader does with tables and their filters; `changed` is told after each time. */
export function followReader(root: HTMLElement, arrangements: Arrangements, changed: () => void): void {
  const update = (id: string, change: Partial<Arrangement>): void => {
    arrangements[id] = { ...(arrangements[id] ?? UNTOUCHED), page: 0, ...change };
    arrangeTables(root, arrangements);
    changed();
  };
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.sort, .pages button') : null;
    if (button?.matches('.sort')) sortBy(button, arrangements, update);
    else if (button?.dataset.page) update(button.closest<HTMLElement>('.pages')!.dataset.for!, { page: Number(button.dataset.page) });
  });
  root.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form.filters') : null;
    if (form) update(form.dataset.for!, read(form));
  });
  root.addEventListener('submit', event => event.preventDefault());
}

function sortBy(button: HTMLButtonElement, arrangements: Arrangements, update: (id: string, change: Partial<Arrangement>) => void): void {
  const head = button.closest('th')!;
  const { id } = head.closest('table')!;
  const column = head.cellIndex;
  const now = arrangements[id]?.sort;
  update(id, { sort: { column, descending: now?.column === column && !now.descending } });
}

function read(form: HTMLFormElement): Pick<Arrangement, 'words' | 'choices'> {
  const choices = [...form.querySelectorAll<HTMLSelectElement>('select')].map(select => [select.dataset.choice!, select.value] as const);
  return { words: form.querySelector<HTMLInputElement>('[data-words]')?.value ?? '', choices: Object.fromEntries(choices) };
}

function arrange(root: ParentNode, table: HTMLTableElement, arrangement: Arrangement): void {
  const body = table.tBodies[0];
  if (!body) return;
  putHeads(table, arrangement);
  const form = root.querySelector<HTMLFormElement>(`form.filters[data-for="${table.id}"]`);
  if (form) putFilters(form, arrangement);
  const rows = [...body.rows];
  const ordered = inOrder(rows, arrangement);
  if (ordered.some((row, i) => row !== rows[i])) body.append(...ordered);
  const found = ordered.filter(row => fits(row, arrangement));
  const page = Math.min(arrangement.page, Math.max(0, Math.ceil(found.length / ROWS_ON_A_PAGE) - 1));
  const wanted = new Map(found.map((row, i) => [row, Math.floor(i / ROWS_ON_A_PAGE) === page]));
  for (const row of rows) {
    row.hidden = !wanted.has(row);
    // What stands on another page is printed all the same.
    row.classList.toggle('elsewhere', wanted.get(row) === false);
  }
  putPages(table, found.length, page);
  tell(root.querySelector(`.shown[data-for="${table.id}"]`), table, { all: rows.length, found: found.length, page }, arrangement);
}

/** Rows that were never sorted stay as they came. */
function inOrder(rows: readonly HTMLTableRowElement[], { sort }: Arrangement): HTMLTableRowElement[] {
  rows.forEach((row, i) => { row.dataset.place ??= String(i); });
  const place = (row: HTMLTableRowElement): number => Number(row.dataset.place);
  const key = (row: HTMLTableRowElement): string => {
    const cell = sort && row.cells[sort.column];
    return cell?.dataset.key ?? cell?.textContent.trim() ?? '';
  };
  const way = sort?.descending ? -1 : 1;
  return [...rows].sort((a, b) => (sort ? way * key(a).localeCompare(key(b), 'en-GB', { numeric: true }) : 0) || place(a) - place(b));
}

function fits(row: HTMLTableRowElement, { words, choices }: Arrangement): boolean {
  const text = row.textContent.toLowerCase();
  return Object.entries(choices).every(([name, value]) => value === '' || row.dataset[name] === value) && words.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

function putHeads(table: HTMLTableElement, { sort }: Arrangement): void {
  for (const head of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    if (!head.querySelector('button')) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sort' });
      button.append(...head.childNodes);
      head.append(button);
    }
    head.setAttribute('aria-sort', head.cellIndex !== sort?.column ? 'none' : sort.descending ? 'descending' : 'ascending');
  }
}

function putFilters(form: HTMLFormElement, { words, choices }: Arrangement): void {
  form.hidden = false;
  const field = form.querySelector<HTMLInputElement>('[data-words]');
  if (field && field.value !== words) field.value = words;
  for (const select of form.querySelectorAll<HTMLSelectElement>('select')) {
    const value = choices[select.dataset.choice!] ?? '';
    // Marked in the markup too: that is what is compared when the page is patched.
    for (const option of select.options) option.toggleAttribute('selected', option.value === value);
    if (select.value !== value) select.value = value;
  }
}

function putPages(table: HTMLTableElement, found: number, page: number): void {
  const known = table.nextElementSibling?.matches('.pages') ? table.nextElementSibling as HTMLElement : undefined;
  const last = Math.ceil(found / ROWS_ON_A_PAGE) - 1;
  if (last < 1) return known?.remove();
  const place = known ?? Object.assign(document.createElement('p'), { className: 'pages' });
  place.dataset.for = table.id;
  if (!known) {
    place.append(...['Previous rows', 'Next rows'].map(textContent => Object.assign(document.createElement('button'), { type: 'button', textContent })));
    table.after(place);
  }
  [page - 1, page + 1].forEach((target, i) => {
    const button = place.children[i] as HTMLButtonElement;
    button.dataset.page = String(target);
    button.disabled = target < 0 || target > last;
  });
}

function tell(place: Element | null, table: HTMLTableElement, { all, found, page }: { all: number; found: number; page: number }, { sort }: Arrangement): void {
  if (!place) return;
  const [first, last] = [page * ROWS_ON_A_PAGE + 1, Math.min((page + 1) * ROWS_ON_A_PAGE, found)];
  const rows = found > ROWS_ON_A_PAGE ? `Rows ${first} to ${last} of ${found}` : found === all ? `${all} rows` : found ? `${found} of ${all} rows` : `None of ${all} rows`;
  const column = sort && table.tHead?.rows[0]?.cells[sort.column]?.textContent.trim();
  const text = column ? `${rows}, sorted by ${column.toLowerCase()}, ${sort.descending ? 'last first' : 'first to last'}` : rows;
  // Said again only where it is something else.
  if (place.textContent !== text) place.textContent = text;
}
