// Texts that want to be more than text: markup, addresses, formulas, statements, templates, chat marks, letters that look like others.
export const payloads = [
  "<script>alert(1)</script>", "</title><script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
  "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
  "<iframe src=javascript:alert(1)>", "<a href=javascript:alert(1)>press</a>", "javascript:alert(1)//", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>",
  "<input autofocus onfocus=alert(1)>", "<style>*{display:none}</style>", "<link rel=stylesheet href=//evil.example/x.css>", "<base href=//evil.example/>",
  "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><button>Send</button>", "</textarea><script>alert(1)</script>",
  "</select><img src=x onerror=alert(1)>", "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>", "<!--#exec cmd=\"id\"-->", "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
  "\\\"};alert(1);//", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#x3C;img src=x onerror=alert(1)&#x3E;", "&amp;lt;b&amp;gt;",
  "%3Cscript%3Ealert(1)%3C/script%3E", "=HYPERLINK(\"http://evil.example\",\"x\")", "+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "'; drop table request; --",
  "\" or 1=1 --", "%' or name like '%", "<!channel> <@U123> <https://evil.example|https://bank.example>", "*bold* _it_ ~no~ `code` > quote",
  "[link](javascript:alert(1)) ![x](//evil.example/x.png)", "# heading, not one of ours", "abc, mirrored cba", "zero width\u200Djoined",
  "Zalgo t\u0353\u033Ae\u0329\u0347x\u0330t everywhere", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family and \uD83C\uDDF8\uD83C\uDDEC flags", "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD right to left",
  "onmouseover=alert(1) x=\" style=color:red", "data:text/html,<script>alert(1)</script>", "<x contenteditable onblur=alert(1)>", "../../../../etc/passwd",
  "\uFF1DHYPERLINK(\"http://evil.example\")", "\uFF0B1+1", "\uFF0D1-1", "\uFF20SUM(1,1)", "-2+3+cmd|' /C calc'!A0", "\t=1+1, behind a tab", "\r=1+1, behind a return",
  " =1+1, behind a blank", "{{constructor.constructor('alert(1)')()}}", "{% include '/etc/passwd' %}", "{say \"x\"} {*name} {v.name} {end}", "*{7*7} @{7*7} [[${7*7}]] #set($x=7*7)",
  "%n%n%n%s%s%s %1$s", "a=1 level=error what=forged status=500",
];

// What no field takes: a new line in a line (a head or a log line of its own), letters that cannot be seen, text that runs backwards.
export const refused = [
  "one line\r\nSet-Cookie: hostile=1", "one line\nrole=web0 level=error what=forged", "one line\r\n\r\n<script>alert(1)</script>", "abc\u202Edcba\u202C mirrored",
  "an \u2066isolated\u2069 word", "not a line\u2028of ours", "not a paragraph\u2029of ours", "a bell\u0007 rings", "red \u001b[31m here",
];
