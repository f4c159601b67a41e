import { SEVERITIES } from '../rules/rule';

// What options let one choose from: apart from what does it, so that the help and the reading of a command line load nothing of that.

export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const EXPORT_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const SUMMARY_FORMATS = ['text', 'markdown', 'html', 'tsv', 'json', 'docx', 'pdf', 'svg', 'png'] as const;
export const SUMMARY_STYLES = ['record', 'briefing'] as const;

export const SPLITS = ['authority'] as const;
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What makes the program fail. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
