/** Text for a terminal or a program. It scrolls by itself where a screen is narrow. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <pre className="code-block" role="region" tabIndex={0} aria-label={label}>
      <code>{code}</code>
    </pre>
  );
}
