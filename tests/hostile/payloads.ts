import { hostile } from "../support/hostile";

/** What attackers type, besides what hostile.ts knows already: each aims at one of the places that text gets to. */
export const payloads: Record<string, string> = {
  ...hostile,
  script: `</script><script>alert("x")</script>`,
  handler: `" onmouseover="alert(1)" x='`,
  closing: "</textarea></title></style><svg onload=alert(1)>",
  entity: "&lt;script&gt;alert(1)&lt;/script&gt;",
  sql: "'); DROP TABLE answers; DELETE FROM assessments; --",
  placeholders: "?? ? :name $1 ${x} %s %n \\' \\\\",
  template: "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {% debug %}",
  path: "../../../etc/passwd\\..\\..\\windows\\win.ini",
  header: "x\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>",
  calendar: "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:evil\nATTACH:file:///etc/passwd",
  fullWidth: "＝1+1",
  fullWidthAt: "＠SUM(1,1)",
  piped: "|calc",
  laterCell: 'x";=1+1;"',
  entityFile: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  xmlEnd: "]]></w:t></w:r><w:r><w:t>",
  prototype: "__proto__",
  loneSurrogates: "a\uD800b\uDC00c",
  directions: "\u202Etxet\u202C \u2066x\u2069 \u200F",
  nul: "a\u0000b",
  combining: `Z${"\u0300".repeat(200)}`,
  joined: "👩‍👩‍👧‍👦".repeat(50),
  lines: "a\u2028b\u2029c\u0085d\vd\fe",
  log: 'x\n{"level":60,"msg":"forged"}',
};

export const payloadNames = Object.keys(payloads);
