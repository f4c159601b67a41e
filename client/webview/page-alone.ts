// Runs in a page that somebody opens as a file: its tables can be sorted, filtered and leafed through there too.
import { arrangeTables, followReader, type Arrangements } from './tables';

const arrangements: Arrangements = {};
followReader(document.body, arrangements, () => undefined);
arrangeTables(document, arrangements);
