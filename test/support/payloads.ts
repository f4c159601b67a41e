// Texts that try to be something else: markup, script, addresses, formulas, commands of a terminal, parts of files. Whatever is made of a
// record has to show each of them as the text that it is.

const SCRIPT = [
  '<script>alert(1)</script>', '<SCRIPT SRC=https://example.org/x.js></SCRIPT>', '<script>alert(1)//', '<scr<script>ipt>alert(1)</scr</script>ipt>', '</script><script>alert(1)</script>', '<script type="module">import("https://example.org")</script>',
  '<script/x>alert(1)</script>', '"-alert(1)-"', "';alert(1)//", '\\";alert(1)//', '${alert(1)}', '`${alert(1)}`', '{{constructor.constructor("alert(1)")()}}', '<%= alert(1) %>', '#{alert(1)}',
];

const HANDLERS = [
  '<img src=x onerror=alert(1)>', '<img src="x` `<script>alert(1)</script>"` `>', '"><svg onload=alert(1)>', '<svg/onload=alert(1)>', '<body onload=alert(1)>', '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<audio src onloadstart=alert(1)>',
  '<input autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>', '<select autofocus onfocus=alert(1)>', "' onmouseover='alert(1)' x='", '" onfocus="alert(1)" autofocus="', '` onclick=`alert(1)`', ' onclick=alert(1) ', '<a onclick=alert(1)>x</a>', '<div style="animation-name:x" onanimationstart=alert(1)>', '<p oncopy=alert(1)>x',
];

const ELEMENTS = [
  '<iframe srcdoc="<script>alert(1)</script>">', '<iframe src=javascript:alert(1)>', '<object data=javascript:alert(1)>', '<embed src=https://example.org>', '<base href=https://example.org>', '<meta http-equiv=refresh content="0;url=https://example.org">', '<link rel=stylesheet href=https://example.org/x.css>', '<style>*{display:none}</style>',
  '<style>@import "https://example.org/x.css";</style>', '<form action=https://example.org><button>x', '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>', '<svg><style><img src=x onerror=alert(1)></style></svg>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<textarea></textarea><script>alert(1)</script>',
  '<title></title><script>alert(1)</script>', '</title></style></main></details><h1>x', '<!--', '--><script>alert(1)</script>', '<!-- --!><img src=x onerror=alert(1)>', '<![CDATA[<script>alert(1)</script>]]>', ']]><script>alert(1)</script>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;', '<plaintext>', '<xmp><script>alert(1)</script></xmp>',
  '</td></tr></table><h1>x', '</blockquote></figure>', '<button id=problems>', '<main id=view>', '<a id=location name=location>', '<input name=getElementById>',
];

const ADDRESSES = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', 'javascript&colon;alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'file:///etc/passwd', 'command:workbench.action.quit', 'vscode://file/etc/passwd', '//example.org/x', 'https://example.org/"onclick="alert(1)', "https://example.org/'onclick='alert(1)", 'https://example.org/<script>',
  'https://example.org\\@evil.example', 'https://example.org/\u202Egpj.exe', 'https://user:pass@example.org/', 'mailto:a@example.org?body=x', 'blob:https://example.org/1',
];

const MARKDOWN = [
  '[x](javascript:alert(1))', '[x]: javascript:alert(1)', '![x](https://example.org/x.png)', '<https://example.org/x>', '[x](https://example.org "title")', '# Not a heading', '---', '***', '> not a quote', '- not a list', '1. not a list', '```js\nalert(1)\n```', '~~~', '| a | b |', '**bold** _italic_ `code`', '<b>bold</b>', '&lt;script&gt;&#x3C;b&#x3E;', '\\<b\\>', '[^1]', '$x^2$', ':::note', '@user #1', 'www.example.org', 'line\\\nbreak  \nx',
];

const FORMULAS = [
  '=1+1', '=cmd|\' /C calc\'!A0', '=HYPERLINK("https://example.org","x")', '=IMPORTXML("https://example.org","//a")', '+1+1', '-1+1', '@SUM(A1:A2)', '\t=1+1', '\r=1+1', "'=1+1", '＝1+1', '＋1', '－1', '＠SUM(1)', '"=1+1"', 'a\tb\tc', 'a\nb', ';=1+1', ',=1+1',
];

const HIDDEN = [
  '\u202Etxet desrever', '\u2066isolated\u2069', 'zero\u200Bwidth', '\uFEFFmark', '\u0000nul', '\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u009b31m', 'bell\u0007', 'back\u0008space', '\u2028line\u2029paragraph', '\ud800half', '\u{e0041}tag', 'soft\u00adhyphen', 'a\u0301\u0301\u0301\u0301\u0301', '\uffff', 'del\u007f',
];

export const PAYLOADS: readonly string[] = [...SCRIPT, ...HANDLERS, ...ELEMENTS, ...ADDRESSES, ...MARKDOWN, ...FORMULAS, ...HIDDEN];
