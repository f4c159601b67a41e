import { fieldsAt } from '../../server/reference/fields';

/** Texts that try to be more than text. */
export const PAYLOADS = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='alert(1)' x='", 'javascript:alert(1)', '<iframe srcdoc="<script>alert(1)</script>">',
  '<style>*{display:none}</style>', '</title></style></main></details><h1>x', '<!--', '<base href=https://example.org>', '<a href="javascript:alert(1)">x</a>', '{{7*7}}${7*7}<%=7*7%>', '&lt;script&gt;&#x3C;b&#x3E;',
  '<form action=https://example.org><button>x', '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>', '\u202Etxet desrever', 'https://example.org/"onclick="alert(1)', 'data:text/html,<script>alert(1)</script>',
  '<link rel=stylesheet href=https://example.org/x.css>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];

/** A record in which a text stands in every field of the format, and as the name of a judgement. */
export function recordOf(payload: string): string {
  const text = JSON.stringify(payload);
  const write = (path: (string | number)[], indent: string): string => fieldsAt(path).map(({ name, types }) => {
    const inside = fieldsAt([...path, name]);
    if (name === 'judgements') return `${indent}judgements:\n${indent}  ? ${text}\n${indent}  :\n${write(['judgements', ''], `${indent}    `)}`;
    if (types.includes('array') && fieldsAt([...path, name, 0]).length && name !== 'fieldwork') return `${indent}${name}:\n${indent}  -\n${write([...path, name, 0], `${indent}    `)}`;
    return inside.length ? `${indent}${name}:\n${write([...path, name], `${indent}  `)}` : `${indent}${name}: ${text}\n`;
  }).join('');
  return write([], '');
}
