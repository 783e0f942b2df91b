/** What people or attackers type, for every place that takes text. */
export const hostile: Record<string, string> = {
  typst: '#read("/etc/passwd") #eval("1") $ x $ ] } \\ @cite <label>',
  html: "<script>alert(1)</script><img src=x onerror=alert(2)> & &amp; ]]>",
  rtf: '{\\rtf1\\ansi{\\field{\\*\\fldinst HYPERLINK "file:///etc/passwd"}}}',
  field: '{ INCLUDETEXT "/etc/passwd" } DDEAUTO cmd "/k calc"',
  command: "=cmd|' /C calc'!A0",
  plus: "+1+1",
  minus: "-1+1",
  at: "@SUM(1,1)",
  tab: "\t=1+1",
  return: "\r=1+1",
  rightToLeft: "\u202Etxt.exe\u202C שלום",
  emoji: "👩‍💻🇩🇪",
  control: "a\u0000b\u0008c\uFFFEd\uD800e",
  long: "Wort ".repeat(2_000).trim(),
};
